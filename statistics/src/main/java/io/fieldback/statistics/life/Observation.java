// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/**
 * What is known of the age at which a unit failed, or of so many units alike: that it lies in (lower, upper].
 *
 * <p>Trap: monthly returns do not tell an age at failure but an interval of a month; taken as exact at the month's end
 * they give another shape altogether (2.49 instead of 1.39 in the textbook's Nevada chart).
 *
 * @param lower age the units were known to work at, at least 0; equal to {@code upper} where the age is exact
 * @param upper age by which they had failed; infinite for units that still worked at {@code lower}
 * @param weight how many units, above 0; a fraction for units that count in part
 */
public record Observation(double lower, double upper, double weight) {
    /** What is known of an age at failure. */
    public enum Kind {
        /** The age itself. */
        EXACT,
        /** A suspension: it will be greater. */
        RIGHT_CENSORED,
        /** It was smaller. */
        LEFT_CENSORED,
        /** It lies between two ages. */
        INTERVAL_CENSORED
    }

    /** Checks that there is such an age. */
    public Observation {
        if (!(lower >= 0 && lower <= upper) || lower == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Cannot use age at failure from " + lower + " to " + upper
                    + ": ages must be finite, not negative and in order");
        }
        if (!(weight > 0) || weight == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "Cannot use observation of " + weight + " units: there must be more than 0");
        }
    }

    /** A unit that failed at this age. */
    public static Observation failed(double age) {
        return new Observation(age, age, 1);
    }

    /** A unit that worked at this age, and is not known of after it: a suspension. */
    public static Observation survived(double age) {
        return new Observation(age, Double.POSITIVE_INFINITY, 1);
    }

    /** Units that had failed when they were first looked at. */
    public static Observation failedBefore(double age, double weight) {
        return new Observation(0, age, weight);
    }

    /** Units that failed between two looks. */
    public static Observation failedWithin(double after, double until, double weight) {
        return new Observation(after, until, weight);
    }

    /** So many units alike. */
    public Observation times(double units) {
        return new Observation(lower, upper, weight * units);
    }

    /** What is known. */
    public Kind kind() {
        if (upper == Double.POSITIVE_INFINITY) {
            return Kind.RIGHT_CENSORED;
        }
        if (lower == upper) {
            return Kind.EXACT;
        }
        return lower == 0 ? Kind.LEFT_CENSORED : Kind.INTERVAL_CENSORED;
    }

    /** Whether the units are known to have failed. */
    public boolean isFailure() {
        return upper != Double.POSITIVE_INFINITY;
    }
}
