// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a rival finds of all weeks of a fleet, for any threshold. */
record RivalFleet(FleetOptions options, List<Fault> faults, List<RivalSeries> series, double[][] surprises) {
    static RivalFleet of(Fleet fleet, List<RivalSeries> series, FleetRival rival) {
        FleetOptions options = fleet.options();
        int from = first(options);
        double[][] surprises = new double[series.size()][RivalSeries.weeks(options) - from];
        for (int i = 0; i < surprises.length; i++) {
            for (int week = 0; week < surprises[i].length; week++) {
                surprises[i][week] = rival.surprise(series.get(i), from + week, options);
            }
        }
        return new RivalFleet(options, fleet.faults(), series, surprises);
    }

    /** Looks begin before the watch, so that what is found at the first of them is not new. */
    static int first(FleetOptions options) {
        return RivalSeries.watched(options) - Score.QUIET_DAYS / 7;
    }

    Score above(double threshold) {
        List<Alarm> alarms = new ArrayList<>();
        int from = first(options);
        for (int i = 0; i < surprises.length; i++) {
            RivalSeries of = series.get(i);
            for (int week = 0; week < surprises[i].length; week++) {
                if (surprises[i][week] > threshold) {
                    int day = RivalSeries.lastDay(options, from + week);
                    alarms.add(new Alarm(day, Set.of(of.model()), of.component(), ""));
                }
            }
        }
        return Score.of(options, faults, alarms);
    }

    /** The lowest threshold at which so many false alarms per 1,000 series-months come of fleets. */
    static double threshold(List<RivalFleet> fleets, double falsePerThousand) {
        double low = 0;
        double high = 800;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (above(fleets, middle).falsePerThousand() > falsePerThousand) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    static Score above(List<RivalFleet> fleets, double threshold) {
        Score score = Score.none();
        for (RivalFleet fleet : fleets) {
            score = score.and(fleet.above(threshold));
        }
        return score;
    }
}
