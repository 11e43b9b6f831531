// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

/**
 * Pairs of like count and expectation.
 *
 * @param count observed, not negative
 * @param expected mean of the pairs' expectations, above 0
 * @param weight pairs it stands for, at least 1
 */
public record WeightedPair(long count, double expected, long weight) {
    /** Checks the pair. */
    public WeightedPair {
        if (count < 0 || !(expected > 0 && expected < Double.POSITIVE_INFINITY) || weight < 1) {
            throw new IllegalArgumentException("Cannot form pair of count " + count + ", expectation " + expected
                    + " and weight " + weight
                    + ": the count must not be negative, expectation and weight must be positive");
        }
    }
}
