// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Counts how many reference values a method meets, and says which not. */
public final class Agreement {
    private static final int SHOWN = 10;

    private final String method;
    private final List<String> misses = new ArrayList<>();
    private int values;
    private double worst;

    /** Of a method and the table it is held against. */
    public Agreement(String method) {
        this.method = method;
    }

    /** Holds a value against its reference; NaN meets NaN, and infinite meets infinite. */
    public void check(String where, double actual, double expected, double relative) {
        values++;
        double distance = Math.abs(actual - expected) / Math.max(Double.MIN_NORMAL, Math.abs(expected));
        boolean met = Double.compare(actual, expected) == 0 || actual == expected || distance <= relative;
        if (!met) {
            misses.add(where + ": " + actual + " instead of " + expected);
        } else if (distance <= relative) {
            worst = Math.max(worst, distance);
        }
    }

    /** Holds a value against its reference by absolute distance. */
    public void checkAbsolute(String where, double actual, double expected, double distance) {
        check(where, actual, expected, distance / Math.abs(expected));
    }

    /** Holds a value against its reference, relative to it or absolutely, whichever allows more. */
    public void check(String where, double actual, double expected, double relative, double distance) {
        if (Math.abs(actual - expected) <= distance) {
            values++;
        } else {
            check(where, actual, expected, relative);
        }
    }

    /** Holds anything against what it must be. */
    public void same(String where, Object actual, Object expected) {
        values++;
        if (!actual.equals(expected)) {
            misses.add(where + ": " + actual + " instead of " + expected);
        }
    }

    /** Prints the count and fails unless all agree. */
    public void report() {
        System.out.printf(
                "%s: %d of %d values agree, farthest by %.1e%n", method, values - misses.size(), values, worst);
        assertThat(values).as("values of " + method).isPositive();
        assertThat(misses.subList(0, Math.min(SHOWN, misses.size())))
                .as(method + ": " + misses.size() + " of " + values + " differ")
                .isEmpty();
    }
}
