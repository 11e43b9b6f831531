// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

/**
 * What ratios of observed to expected are like before a pair is looked at: a mixture of two gamma distributions (DuMouchel
 * 1999), most pairs being of the one and some of the other; or one only.
 *
 * @param first gamma distribution
 * @param second gamma distribution
 * @param share of the first, 0 to 1; 1 for a prior of one distribution
 */
public record RatioPrior(GammaPart first, GammaPart second, double share) {
    /** Checks the share. */
    public RatioPrior {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Cannot mix gamma distributions with share " + share + ": it must lie between 0 and 1");
        }
    }

    /** A prior of one distribution, for tables too small to identify five parameters. */
    public static RatioPrior of(GammaPart only) {
        return new RatioPrior(only, only, 1);
    }

    /** DuMouchel's starting values: (0.2, 0.1, 2, 4, 1/3). */
    public static RatioPrior duMouchel() {
        return new RatioPrior(new GammaPart(0.2, 0.1), new GammaPart(2, 4), 1.0 / 3);
    }

    /** What is known of a pair after its count. */
    public RatioPosterior posterior(long count, double expected) {
        if (count < 0 || !(expected > 0)) {
            throw new IllegalArgumentException("Cannot compute ratio of " + count + " cases to " + expected
                    + " expected: cases must not be negative and some must be expected");
        }
        double odds = Math.exp(second.logChance(count, expected) - first.logChance(count, expected));
        double weight = share == 1 ? 1 : share / (share + (1 - share) * odds);
        return new RatioPosterior(
                weight,
                new GammaPart(first.shape() + count, first.rate() + expected),
                new GammaPart(second.shape() + count, second.rate() + expected));
    }
}
