// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector saw in a contest.
 *
 * @param rival the detector
 * @param quiet its surprises in weeks without an outbreak, ascending
 * @param outbreaks its surprises in the weeks of each outbreak
 */
record Outcome(Rival rival, double[] quiet, List<Seen> outbreaks) {
    /** An outbreak, week by week from its start. */
    record Seen(String group, double[] weeks) {}

    /**
     * What came of it at one rate of false alarms.
     *
     * @param found share of the outbreaks found at all
     * @param foundAtOnce share found in the first week
     * @param delay mean weeks from start to alarm of those found
     * @param byGroup share found, by group
     */
    record Score(double found, double foundAtOnce, double delay, Map<String, Double> byGroup) {}

    /** The score with the threshold that so many of the quiet weeks exceed. */
    Score at(double rate) {
        return above(quiet[quiet.length - 1 - (int) (rate * quiet.length)]);
    }

    /** The share of quiet weeks with an alarm, with the threshold the detector comes with. */
    double falseAlarms() {
        int alarms = 0;
        for (double surprise : quiet) {
            alarms += surprise > rival.threshold() ? 1 : 0;
        }
        return alarms / (double) quiet.length;
    }

    /** The score with a threshold. */
    Score above(double threshold) {
        int found = 0;
        int atOnce = 0;
        double delay = 0;
        Map<String, double[]> groups = new LinkedHashMap<>();
        for (Seen outbreak : outbreaks) {
            double[] group = groups.computeIfAbsent(outbreak.group(), name -> new double[2]);
            group[1]++;
            for (int week = 0; week < outbreak.weeks().length; week++) {
                if (outbreak.weeks()[week] > threshold) {
                    found++;
                    atOnce += week == 0 ? 1 : 0;
                    delay += week;
                    group[0]++;
                    break;
                }
            }
        }
        Map<String, Double> byGroup = new LinkedHashMap<>();
        groups.forEach((name, group) -> byGroup.put(name, group[0] / group[1]));
        double all = outbreaks.size();
        return new Score(found / all, atOnce / all, delay / found, byGroup);
    }
}
