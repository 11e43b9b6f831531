// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.CountSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Detectors held against one another at equal rates of false alarms: one threshold for all series, chosen on the weeks
 * without an outbreak, then counted how many outbreaks have an alarm between their first and last case.
 *
 * @param quiet weeks without an outbreak
 * @param outbreaks to be found
 */
record Contest(List<Quiet> quiet, List<Outbreak> outbreaks) {
    /** Weeks of a series that have no outbreak, the last one included. */
    record Quiet(String group, CountSeries series, int from, int to) {}

    /** Weeks of a series that have one, from its start to its last case. */
    record Outbreak(String group, CountSeries series, int start, int end) {}

    /**
     * What came of one detector at one rate of false alarms.
     *
     * @param found share of the outbreaks found at all
     * @param foundAtOnce share found in the first week
     * @param delay mean weeks from start to alarm of those found
     * @param byGroup share found, by group
     */
    record Score(double found, double foundAtOnce, double delay, Map<String, Double> byGroup) {}

    /** The scores of a detector at rates of false alarms. */
    List<Score> scores(Rival rival, double... rates) {
        double[] surprises = quiet.stream()
                .flatMapToDouble(weeks -> java.util.stream.IntStream.rangeClosed(weeks.from(), weeks.to())
                        .mapToDouble(t -> rival.judge().surprise(weeks.series(), t)))
                .sorted()
                .toArray();
        List<double[]> during = new ArrayList<>();
        for (Outbreak outbreak : outbreaks) {
            double[] weeks = new double[outbreak.end() - outbreak.start() + 1];
            Arrays.setAll(weeks, i -> rival.judge().surprise(outbreak.series(), outbreak.start() + i));
            during.add(weeks);
        }
        List<Score> scores = new ArrayList<>();
        for (double rate : rates) {
            int allowed = (int) (rate * surprises.length);
            scores.add(score(during, surprises[surprises.length - 1 - allowed]));
        }
        return scores;
    }

    /** An alarm is a surprise above the threshold. */
    private Score score(List<double[]> during, double threshold) {
        int found = 0;
        int atOnce = 0;
        double delay = 0;
        Map<String, double[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < during.size(); i++) {
            double[] group = groups.computeIfAbsent(outbreaks.get(i).group(), name -> new double[2]);
            group[1]++;
            for (int week = 0; week < during.get(i).length; week++) {
                if (during.get(i)[week] > threshold) {
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
        double all = during.size();
        return new Score(found / all, atOnce / all, delay / found, byGroup);
    }

    /** A table of all detectors at rates of .005 and .010, as Markdown. */
    String table(List<Rival> rivals) {
        StringBuilder table = new StringBuilder();
        table.append("| detector | POD .005 | first week | delay | POD .010 | first week | delay |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (Rival rival : rivals) {
            List<Score> scores = scores(rival, 0.005, 0.01);
            table.append("| ").append(rival.name()).append(" |");
            for (Score score : scores) {
                table.append(String.format(
                        Locale.ROOT, " %.3f | %.3f | %.2f |", score.found(), score.foundAtOnce(), score.delay()));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** A table of detection at .010 by group, as Markdown. */
    String groups(List<Rival> rivals) {
        StringBuilder table = new StringBuilder();
        for (Rival rival : rivals) {
            Map<String, Double> groups = scores(rival, 0.01).get(0).byGroup();
            if (table.isEmpty()) {
                table.append("| detector | ")
                        .append(String.join(" | ", groups.keySet()))
                        .append(" |\n|---|")
                        .append("---|".repeat(groups.size()))
                        .append('\n');
            }
            table.append("| ").append(rival.name()).append(" |");
            groups.values().forEach(found -> table.append(String.format(Locale.ROOT, " %.3f |", found)));
            table.append('\n');
        }
        return table.toString();
    }
}
