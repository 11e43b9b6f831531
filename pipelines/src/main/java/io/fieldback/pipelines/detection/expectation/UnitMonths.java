// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.AgeGroups;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;

/** Units at risk, by month and age. */
final class UnitMonths {
    private UnitMonths() {}

    /**
     * Failures that units let expect of each month.
     *
     * @param from first month
     * @param to last month
     * @param now the present month, in which units are still being told of
     */
    static double[] expected(FieldUnits units, AgeCurve curve, int from, int to, int now) {
        double[] expected = new double[Math.max(0, to - from + 1)];
        MonthUnits all = units.all();
        for (int service = all.first(); service < Math.max(all.end(), now + 1) && service <= to; service++) {
            double count = all.telling(service, now);
            if (count != 0) {
                for (int month = Math.max(from, service); month <= to; month++) {
                    expected[month - from] += count * curve.at(month - service);
                }
            }
        }
        for (FieldUnits.Gone left : units.gone()) {
            for (int month = Math.max(from, Math.max(left.service(), left.month())); month <= to; month++) {
                expected[month - from] -= left.units() * curve.at(month - left.service());
            }
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.max(0, expected[i]);
        }
        return expected;
    }

    /** Days of which a share counts. */
    interface Shares {
        /** Share of the days from one to another, both included. */
        double of(int from, int to);
    }

    /**
     * Unit-months by age group between two days, both included.
     *
     * @param shares of days that count
     */
    static double[] byGroup(FieldUnits units, int from, int to, Shares shares) {
        double[] months = new double[AgeCurve.GROUPS];
        MonthUnits all = units.all();
        int first = Months.of(from);
        int last = Months.of(to);
        double[] weights = new double[Math.max(0, last - first + 1)];
        for (int month = first; month <= last; month++) {
            int begin = Math.max(from, Months.first(month));
            int end = Math.min(to + 1, Months.first(month + 1));
            weights[month - first] = end <= begin ? 0 : shares.of(begin, end - 1) * (end - begin) / Months.days(month);
        }
        for (int service = all.first(); service < Math.min(all.end(), last + 1); service++) {
            add(months, all.of(service), service, Math.max(first, service), last, first, weights);
        }
        for (FieldUnits.Gone left : units.gone()) {
            int begin = Math.max(first, Math.max(left.service(), left.month()));
            add(months, -left.units(), left.service(), begin, last, first, weights);
        }
        for (int g = 0; g < months.length; g++) {
            months[g] = Math.max(0, months[g]);
        }
        return months;
    }

    /**
     * Adds units by age group.
     *
     * @param begin first month they are at risk in
     * @param weights of the months from {@code first} on
     */
    static void add(double[] groups, double units, int service, int begin, int last, int first, double[] weights) {
        if (units == 0) {
            return;
        }
        for (int month = begin; month <= last; month++) {
            groups[AgeGroups.of(month - service)] += units * weights[month - first];
        }
    }
}
