// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failures of a product's component, or of one symptom of it, by the week in which they became known, and the units of
 * the product in the field: what detectors are given that know of neither age nor lots.
 *
 * @param model product model
 * @param component component code
 * @param symptom symptom code; null of all together
 * @param counts by week
 * @param units in the field at the end of each week
 */
record RivalSeries(String model, String component, @Nullable String symptom, long[] counts, double[] units) {
    /** The first day of week 0, a Monday. */
    static int firstDay(FleetOptions options) {
        return options.first() + Math.floorMod(-Days.weekday(options.first()), 7);
    }

    /** The last day of a week, a Sunday. */
    static int lastDay(FleetOptions options, int week) {
        return firstDay(options) + 7 * week + 6;
    }

    /** The first week under watch. */
    static int watched(FleetOptions options) {
        return (options.watched() - firstDay(options) + 6) / 7;
    }

    /** Whole weeks. */
    static int weeks(FleetOptions options) {
        return (options.end() - firstDay(options)) / 7;
    }

    /** All series of a fleet. */
    static List<RivalSeries> of(Fleet fleet) {
        FleetOptions options = fleet.options();
        int weeks = weeks(options);
        Map<String, double[]> units = units(fleet, weeks);
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        for (Occurrence row : fleet.occurrences()) {
            int week = Math.max(0, Math.floorDiv(row.knownOn() - firstDay(options), 7));
            String component = row.component();
            if (row.measure() == Measure.INCIDENT && !row.nonQuality() && component != null && week < weeks) {
                String model = String.valueOf(row.productModel());
                add(counts, List.of(model, component), week, weeks, row.count());
                if (row.symptomCode() != null) {
                    add(counts, List.of(model, component, row.symptomCode()), week, weeks, row.count());
                }
            }
        }
        List<RivalSeries> series = new ArrayList<>();
        counts.forEach((key, byWeek) -> {
            for (int i = 0; i < weeks; i++) {
                byWeek[i] = Math.max(0, byWeek[i]);
            }
            double[] inField = units.getOrDefault(key.get(0), new double[weeks]);
            String symptom = key.size() > 2 ? key.get(2) : null;
            series.add(new RivalSeries(key.get(0), key.get(1), symptom, byWeek, inField));
        });
        return series;
    }

    private static void add(Map<List<String>, long[]> counts, List<String> key, int week, int weeks, long count) {
        counts.computeIfAbsent(key, absent -> new long[weeks])[week] += count;
    }

    private static Map<String, double[]> units(Fleet fleet, int weeks) {
        Map<String, double[]> units = new LinkedHashMap<>();
        for (Exposure row : fleet.units()) {
            if (row.withdrawnMonth() == Occurrence.UNKNOWN) {
                int week = Math.max(0, Math.floorDiv(row.knownOn() - firstDay(fleet.options()), 7));
                double[] byWeek = units.computeIfAbsent(String.valueOf(row.productModel()), model -> new double[weeks]);
                if (week < weeks) {
                    byWeek[week] += row.units();
                }
            }
        }
        for (double[] byWeek : units.values()) {
            for (int i = 1; i < weeks; i++) {
                byWeek[i] += byWeek[i - 1];
            }
        }
        return units;
    }
}
