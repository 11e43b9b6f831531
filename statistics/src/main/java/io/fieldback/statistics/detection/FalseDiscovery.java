// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Keeps many looks at once from finding what is not there. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The q values of Benjamini and Hochberg (1995): the least share of false discoveries at which each would be one.
     *
     * @param p the chance of each finding if nothing were there
     * @return in the order of {@code p}
     */
    public static double[] adjusted(double[] p) {
        int[] falling = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int i = 0; i < falling.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[falling[i]] * p.length / rank);
            q[falling[i]] = least;
        }
        return q;
    }
}
