// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.statistics.detection.ChangePoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The last complete month against the months before it, and the month from which the level is another.
 *
 * @param last the last complete month
 * @param expected failures expected of it: from the level of up to 12 complete months before, at its exposure
 * @param spread variance of those months over their mean, at least 1
 * @param z distance from the expectation in standard deviations, the uncertainty of the expectation included
 * @param change the month from which the level is another, if that is beyond chance
 * @param ratio level since then over the level before
 */
record Trend(Month last, double expected, double spread, double z, Optional<LocalDate> change, double ratio) {
    /** Months before the last that say what to expect. */
    private static final int HISTORY = 12;

    private static final int LEAST_HISTORY = 4;

    /** Twice the log-likelihood gain that one in a hundred series of constant level reaches. */
    private static final double BEYOND_CHANCE = 10;

    private static final double LOUD = 3;

    /** Empty where fewer than five months are complete. */
    static Optional<Trend> of(List<Month> months, boolean exposed) {
        List<Month> complete = months.stream()
                .filter(Month::complete)
                .filter(month -> !exposed || month.units() > 0)
                .toList();
        if (complete.size() <= LEAST_HISTORY) {
            return Optional.empty();
        }
        Month last = complete.get(complete.size() - 1);
        List<Month> before = complete.subList(Math.max(0, complete.size() - 1 - HISTORY), complete.size() - 1);
        double events =
                before.stream().mapToLong(month -> events(month, exposed)).sum();
        double exposure =
                before.stream().mapToDouble(month -> exposure(month, exposed)).sum();
        double level = events / exposure;
        double expected = level * exposure(last, exposed);
        double spread = spread(before, level, exposed);
        double variance = spread * expected * (1 + exposure(last, exposed) / exposure);
        double z = variance > 0 ? (events(last, exposed) - expected) / Math.sqrt(variance) : 0;

        long[] counts =
                complete.stream().mapToLong(month -> events(month, exposed)).toArray();
        double[] units =
                complete.stream().mapToDouble(month -> exposure(month, exposed)).toArray();
        Optional<ChangePoint> change = ChangePoint.of(counts, units, 2)
                .filter(found -> found.statistic() / spread > BEYOND_CHANCE && found.before() > 0);
        return Optional.of(new Trend(
                last,
                expected,
                spread,
                z,
                change.map(found -> complete.get(found.from()).month()),
                change.map(found -> found.after() / found.before()).orElse(1.0)));
    }

    /** Whether the last month is beyond chance, up or down. */
    boolean loud() {
        return Math.abs(z) > LOUD;
    }

    private static double spread(List<Month> months, double level, boolean exposed) {
        double chi = 0;
        for (Month month : months) {
            double expected = level * exposure(month, exposed);
            if (expected > 0) {
                double distance = events(month, exposed) - expected;
                chi += distance * distance / expected;
            }
        }
        return Math.max(1, chi / Math.max(1, months.size() - 1));
    }

    private static long events(Month month, boolean exposed) {
        return exposed ? month.matched() : month.failures();
    }

    private static double exposure(Month month, boolean exposed) {
        return exposed ? month.units() : 1;
    }
}
