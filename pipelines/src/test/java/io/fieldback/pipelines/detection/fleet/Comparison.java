// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.WatchRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fieldback's watch held against what others use, at equal rates of false alarms: the threshold of every method is set on
 * fleets of other seeds than those it is scored on.
 *
 * @param perKind faults planted of each kind in each fleet
 * @param rates false alarms per 1,000 series-months
 */
record Comparison(int perKind, List<Double> rates) {
    /** What the watch may be told of false discoveries, loose enough for the highest rate; between two it is interpolated. */
    private static final double[] DIAL = {3, 1.7, 0.95, 0.4, 0.1, 0.02};

    /** The dials that give the rates. */
    record Thresholds(Map<Double, Double> watch, Map<Double, Map<FleetRival, Double>> rivals) {}

    /** What came of each method at each rate; the watch as it comes stands under a rate of 0. */
    record Scores(Map<Double, Map<String, Score>> byRate) {
        static Scores none() {
            return new Scores(new LinkedHashMap<>());
        }

        Score of(double rate, String method) {
            return byRate.getOrDefault(rate, Map.of()).getOrDefault(method, Score.none());
        }

        private void add(double rate, String method, Score score) {
            byRate.computeIfAbsent(rate, any -> new LinkedHashMap<>()).merge(method, score, Score::and);
        }
    }

    Fleet fleet(long seed) {
        return Fleet.of(FleetOptions.standard(seed).planted(perKind));
    }

    Thresholds tune(long from, int rivalSeeds, int watchSeeds) {
        Map<FleetRival, List<RivalFleet>> rivals = new EnumMap<>(FleetRival.class);
        Score[] watch = new Score[DIAL.length];
        for (int i = 0; i < rivalSeeds; i++) {
            Fleet fleet = fleet(from + i);
            List<RivalSeries> series = RivalSeries.of(fleet);
            for (FleetRival rival : FleetRival.values()) {
                rivals.computeIfAbsent(rival, any -> new ArrayList<>()).add(RivalFleet.of(fleet, series, rival));
            }
            for (int d = 0; d < DIAL.length && i < watchSeeds; d++) {
                Score score = FleetWatch.score(fleet, WatchRules.withFalseDiscoveries(DIAL[d]));
                watch[d] = watch[d] == null ? score : watch[d].and(score);
            }
        }
        Map<Double, Double> dials = new LinkedHashMap<>();
        Map<Double, Map<FleetRival, Double>> thresholds = new LinkedHashMap<>();
        for (double rate : rates) {
            Map<FleetRival, Double> ofRate = new EnumMap<>(FleetRival.class);
            rivals.forEach((rival, fleets) -> ofRate.put(rival, RivalFleet.threshold(fleets, rate)));
            thresholds.put(rate, ofRate);
            dials.put(rate, dial(watch, rate));
        }
        return new Thresholds(dials, thresholds);
    }

    /** The loosest dial that gives no more false alarms than the rate. */
    private static double dial(Score[] tuned, double rate) {
        for (int i = 0; i < DIAL.length; i++) {
            double here = tuned[i].falsePerThousand();
            if (here <= rate) {
                double before = i == 0 ? here : tuned[i - 1].falsePerThousand();
                double way = before > here ? (before - rate) / (before - here) : 1;
                return i == 0 ? DIAL[0] : DIAL[i - 1] * Math.pow(DIAL[i] / DIAL[i - 1], way);
            }
        }
        return DIAL[DIAL.length - 1];
    }

    /** Adds what comes of a seed. */
    void score(Thresholds thresholds, long seed, Scores scores) {
        Fleet fleet = fleet(seed);
        List<RivalSeries> series = RivalSeries.of(fleet);
        Map<Double, Double> dials = new LinkedHashMap<>(thresholds.watch());
        dials.put(0.0, WatchRules.standard().falseDiscoveries());
        dials.forEach((rate, dial) ->
                scores.add(rate, "Fieldback", FleetWatch.score(fleet, WatchRules.withFalseDiscoveries(dial))));
        for (FleetRival rival : FleetRival.values()) {
            RivalFleet found = RivalFleet.of(fleet, series, rival);
            for (double rate : rates) {
                double threshold = thresholds.rivals().get(rate).getOrDefault(rival, rival.usual());
                scores.add(rate, rival.label(), found.above(threshold));
            }
            scores.add(0, rival.label(), found.above(rival.usual()));
        }
    }
}
