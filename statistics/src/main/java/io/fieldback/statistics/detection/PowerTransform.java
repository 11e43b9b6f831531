// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

/** A power of counts that makes their distribution more symmetrical. */
public enum PowerTransform {
    /** Counts as they are. */
    NONE(1),
    /** The square root: steadies the variance. */
    SQUARE_ROOT(1.0 / 2),
    /** The power 2/3: removes most of the skewness; the default of Farrington and others (1996). */
    TWO_THIRDS(2.0 / 3);

    private final double exponent;

    PowerTransform(double exponent) {
        this.exponent = exponent;
    }

    /** The exponent. */
    public double exponent() {
        return exponent;
    }

    /** The standard deviation of a transformed count of this mean, whose variance is {@code tau} times its mean. */
    double deviation(double mean, double tau) {
        return switch (this) {
            case NONE -> Math.sqrt(mean * tau);
            case SQUARE_ROOT -> Math.sqrt(tau / 4);
            case TWO_THIRDS -> Math.sqrt(4.0 / 9 * Math.cbrt(mean) * tau);
        };
    }
}
