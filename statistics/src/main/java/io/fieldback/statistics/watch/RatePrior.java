// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * What is held of a rate before its own counts are seen: normal distributions of the coefficients of its logarithm, and
 * of the logarithm of its dispersion. A sparse series stays near it, a busy one overrules it.
 *
 * @param means of level, slope for a year, cosine and sine of one wave a year, cosine and sine of two
 * @param deviations of the same, above 0
 * @param dispersion the likeliest phi, at least 1
 * @param dispersionDeviation of the logarithm of phi, above 0
 */
public record RatePrior(double[] means, double[] deviations, double dispersion, double dispersionDeviation) {
    /** Level, slope and two waves of cosine and sine. */
    static final int COEFFICIENTS = 6;

    /** Checks that it has six coefficients. */
    public RatePrior {
        if (means.length != COEFFICIENTS || deviations.length != COEFFICIENTS) {
            throw new IllegalArgumentException("Cannot form prior of " + means.length + " means and "
                    + deviations.length + " deviations: it has " + COEFFICIENTS + " of each");
        }
        for (double deviation : deviations) {
            if (!(deviation > 0)) {
                throw new IllegalArgumentException(
                        "Cannot form prior with deviation " + deviation + ": it must be above 0");
            }
        }
        if (!(dispersion >= 1 && dispersionDeviation > 0)) {
            throw new IllegalArgumentException("Cannot form prior of dispersion " + dispersion + " and deviation "
                    + dispersionDeviation + ": dispersion must be at least 1 and the deviation above 0");
        }
    }

    /**
     * What is held of a series of which nothing else is known. The level is the series' own. Slopes of more than a
     * doubling in two years, first waves of more than threefold between trough and peak are unlikely, not impossible.
     *
     * @param level logarithm of events per exposure
     */
    static RatePrior alone(double level) {
        return new RatePrior(new double[] {level, 0, 0, 0, 0, 0}, new double[] {1, 0.35, 0.5, 0.5, 0.3, 0.3}, 1.5, 0.6);
    }
}
