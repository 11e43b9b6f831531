// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

/**
 * PPM: parts found defective, for each million parts shipped in the same window. Say beside it whether parts were
 * confirmed by analysis or only returned.
 *
 * @param defective parts, at least 0
 * @param shipped parts, above 0
 */
public record PartsPerMillion(long defective, long shipped) {
    private static final double MILLION = 1e6;

    /** Checks that a share exists. */
    public PartsPerMillion {
        if (defective < 0 || shipped <= 0 || defective > shipped) {
            throw new IllegalArgumentException("Cannot compute PPM of " + defective + " defective parts in " + shipped
                    + " shipped: it must lie between 0 and 1000000");
        }
    }

    /** Defective parts in a million. */
    public double value() {
        return MILLION * defective / shipped;
    }

    /** The exact interval of Clopper and Pearson, in parts per million. */
    public Interval interval(double confidence) {
        return new Share(defective, shipped).exactInterval(confidence).times(MILLION);
    }
}
