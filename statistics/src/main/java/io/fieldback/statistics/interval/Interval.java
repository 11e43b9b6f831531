// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

/**
 * A two-sided confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end; may be infinite
 */
public record Interval(double lower, double upper) {
    /** The confidence that reports use. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    /** Whether a value lies in it, ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Both ends times a positive factor. */
    public Interval times(double factor) {
        return new Interval(lower * factor, upper * factor);
    }

    /**
     * The same confidence, checked.
     *
     * @throws IllegalArgumentException unless it lies between 0 and 1
     */
    public static double confidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "Cannot compute interval with confidence " + confidence + ": it must lie between 0 and 1");
        }
        return confidence;
    }

    static double tail(double confidence) {
        return (1 - confidence(confidence)) / 2;
    }
}
