// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

/** Keeps many looks at once from finding what is not there. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The q values of Benjamini and Hochberg (1995): the least share of false discoveries at which each would be one.
     *
     * @param p the chance of each finding if nothing were there
     * @return in the order of {@code p}
     * @see MultipleTesting for other errors to keep
     */
    public static double[] adjusted(double[] p) {
        return MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p);
    }
}
