// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What some of a product's units, by their number and age, have of what is expected of all of them. */
public final class UnitShares {
    private static final int KEPT = 400;

    private final Known known;
    private final Learning learning;
    private final int day;
    private final Map<SeriesKey, double[]> monthly = new HashMap<>();

    UnitShares(Known known, Learning learning, int day) {
        this.known = known;
        this.learning = learning;
        this.day = day;
    }

    /** Failures that the units of a series let expect, month by month, kept for the day. */
    double expected(SeriesKey key, AgeCurve curve, int from, int to) {
        int first = Months.of(day - KEPT);
        FieldUnits units = known.units(key.product()).now();
        if (Months.of(from) < first) {
            return over(UnitMonths.expected(units, curve, Months.of(from), Months.of(to), Months.of(day)), from, to);
        }
        double[] months = monthly.computeIfAbsent(
                key, any -> UnitMonths.expected(units, curve, first, Months.of(day), Months.of(day)));
        return over(months, Months.of(day - KEPT), from, to);
    }

    /** The share of the units of a region in what is expected of a series in some days; less than 0 where regions of units are not known. */
    public double ofRegion(SeriesKey key, String region, int from, int to) {
        Learned it = learning.of(key).orElse(null);
        FieldUnits units = known.units(key.product()).now();
        MonthUnits there = units.regions().get(region);
        if (it == null || it.curve() == null || there == null) {
            return -1;
        }
        double all = expected(key, it.curve(), from, to);
        double part = over(months(there, it.curve(), Months.of(from), Months.of(to), Months.of(day)), from, to);
        return all > 0 ? Math.min(1, part / all) : -1;
    }

    /** The same of all regions. */
    Map<String, Double> ofRegions(SeriesKey key, int from, int to) {
        Map<String, Double> shares = new TreeMap<>();
        Learned it = learning.of(key).orElse(null);
        if (it != null && it.curve() != null) {
            double all = expected(key, it.curve(), from, to);
            known.units(key.product()).now().regions().forEach((region, there) -> {
                double part = over(months(there, it.curve(), Months.of(from), Months.of(to), Months.of(day)), from, to);
                shares.put(region, all > 0 ? Math.min(1, part / all) : 0);
            });
        }
        return shares;
    }

    /** The share of what is expected of a series in some days that is expected of some of its units. */
    public double of(SeriesKey key, MonthUnits some, int from, int to) {
        Learned it = learning.of(key).orElse(null);
        if (it == null || it.curve() == null) {
            return -1;
        }
        double all = expected(key, it.curve(), from, to);
        double part = over(months(some, it.curve(), Months.of(from), Months.of(to), Integer.MIN_VALUE), from, to);
        return all > 0 ? Math.min(1, part / all) : 0;
    }

    private static double[] months(MonthUnits units, AgeCurve curve, int from, int to, int now) {
        double[] expected = new double[to - from + 1];
        for (int service = units.first(); service < Math.min(units.end(), to + 1); service++) {
            for (int month = Math.max(from, service); month <= to; month++) {
                expected[month - from] += units.telling(service, now) * curve.at(month - service);
            }
        }
        return expected;
    }

    private static double over(double[] months, int from, int to) {
        return over(months, Months.of(from), from, to);
    }

    private static double over(double[] months, int first, int from, int to) {
        double sum = 0;
        for (int i = 0; i < months.length; i++) {
            int begin = Math.max(from, Months.first(first + i));
            int end = Math.min(to + 1, Months.first(first + i + 1));
            sum += months[i] * Math.max(0, end - begin) / Months.days(first + i);
        }
        return sum;
    }
}
