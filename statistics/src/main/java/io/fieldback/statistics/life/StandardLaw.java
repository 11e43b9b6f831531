// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/** The law of (log age - mu) / sigma. */
sealed interface StandardLaw permits SmallestExtremeValue, StandardNormal {
    /** Log of the density f(z). */
    Derivatives logDensity(double z);

    /** Log of 1 - F(z). */
    Derivatives logSurvival(double z);

    /** Log of F(z). */
    Derivatives logCumulative(double z);

    double density(double z);

    /** The slope of the density. */
    double densitySlope(double z);

    double cumulative(double z);

    double survival(double z);

    /** F(b) - F(a) without cancellation, for a below b. */
    double between(double a, double b);

    /** The z below which p lies. */
    double quantile(double p);
}
