// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import org.jspecify.annotations.Nullable;

/**
 * What a look found, whether or not it is much.
 *
 * @param group kind of look
 * @param key the series; of a lot the product with most of its failures
 * @param part which of its failures; null if all
 * @param lot of looks at a lot
 * @param wide whether it is of all products of the line; the key is then the one with most of it
 * @param from first day, days since 1970
 * @param to last day
 * @param observed cases
 * @param expected what they are held against
 * @param p chance of so much without a cause, all windows and parts looked at counted
 * @param q the same, as one of all looks of the day
 * @param wear of a look at wear, what the older units have of it
 */
public record Finding(
        Group group,
        SeriesKey key,
        @Nullable Part part,
        @Nullable LotKey lot,
        boolean wide,
        int from,
        int to,
        long observed,
        Expected expected,
        double p,
        double q,
        @Nullable Wear wear) {
    /**
     * The older units, whose failures are more than those of the younger ones let expect.
     *
     * @param from the youngest of these ages, in months of service
     * @param observed cases
     * @param expected cases, if the older failed as much above all others as the younger do
     */
    public record Wear(int from, long observed, double expected) {}

    /** A finding that is not about ages. */
    public Finding(
            Group group,
            SeriesKey key,
            @Nullable Part part,
            @Nullable LotKey lot,
            boolean wide,
            int from,
            int to,
            long observed,
            Expected expected,
            double p,
            double q) {
        this(group, key, part, lot, wide, from, to, observed, expected, p, q, null);
    }

    /** Cases beyond expectation. */
    public double excess() {
        return observed - expected.mean();
    }

    /** Observed over expected. */
    public double ratio() {
        return expected.any() ? observed / expected.mean() : Double.POSITIVE_INFINITY;
    }

    /** The same among others. */
    public Finding judged(double newQ) {
        return new Finding(group, key, part, lot, wide, from, to, observed, expected, p, newQ, wear);
    }

    /** The same with other odds. */
    Finding withP(double newP) {
        return new Finding(group, key, part, lot, wide, from, to, observed, expected, newP, newP, wear);
    }
}
