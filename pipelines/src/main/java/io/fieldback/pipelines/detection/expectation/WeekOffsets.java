// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;

/** What stood at risk in each week: units by age, units in the field, or the week itself. */
final class WeekOffsets {
    private static final int HALF = 13;
    private static final double GAP = 0.25;
    private static final double GAP_LEAST = 10;

    private final Known known;
    private final WeeklyTallies tallies;
    private final Beginnings beginnings;
    private final Coverage coverage;

    WeekOffsets(Known known, WeeklyTallies tallies, Beginnings beginnings, Coverage coverage) {
        this.known = known;
        this.tallies = tallies;
        this.beginnings = beginnings;
        this.coverage = coverage;
    }

    /** One for each week that counts; less while some regions did not report yet. */
    double[] ones(SeriesKey key) {
        double[] ones = new double[tallies.endWeek() - tallies.firstWeek()];
        int start = beginnings.startWeek(key);
        for (int i = 0; i < ones.length; i++) {
            int monday = Months.monday(tallies.firstWeek() + i);
            ones[i] = tallies.firstWeek() + i >= start ? coverage.of(key.product(), monday, monday + 6) : 0;
        }
        return ones;
    }

    /** Units in the field. */
    double[] populations(SeriesKey key) {
        double[] units = ones(key);
        FieldUnits field = known.units(key.product()).knownBy(tallies.upTo());
        for (int i = 0; i < units.length; i++) {
            units[i] *= field.population(Months.of(Months.monday(tallies.firstWeek() + i) + 3));
        }
        return units;
    }

    /** Failures that a curve lets expect of the units. */
    double[] monthly(SeriesKey key, AgeCurve curve) {
        double[] offset = ones(key);
        int first = Months.of(Months.monday(tallies.firstWeek()));
        int last = Months.of(tallies.upTo());
        double[] months =
                UnitMonths.expected(known.units(key.product()).knownBy(tallies.upTo()), curve, first, last, last);
        for (int i = 0; i < offset.length; i++) {
            int month = Math.min(last, Months.of(Months.monday(tallies.firstWeek() + i) + 3));
            offset[i] *= months[month - first] * 7 / Months.days(month);
        }
        return offset;
    }

    /** Weeks in which next to nothing was reported of a product that reports much are not known. */
    void leaveOutGaps(SeriesKey key, double[] offset) {
        Tally product = tallies.orEmpty(key.measure(), key.product(), "");
        double[] sums = new double[offset.length + 1];
        for (int i = 0; i < offset.length; i++) {
            sums[i + 1] = sums[i] + product.week(tallies.firstWeek() + i);
        }
        for (int i = 0; i < offset.length; i++) {
            int from = Math.max(0, i - HALF);
            int to = Math.min(offset.length, i + HALF + 1);
            double usual = (sums[to] - sums[from]) / (to - from);
            if (usual >= GAP_LEAST && product.week(tallies.firstWeek() + i) < GAP * usual) {
                offset[i] = 0;
            }
        }
    }
}
