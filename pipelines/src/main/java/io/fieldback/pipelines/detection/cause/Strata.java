// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of a part, product by product. */
final class Strata {
    private final int recent;
    private final List<Stratum> strata = new ArrayList<>();
    private long observed;
    private double expected;
    private long all;
    private double allExpected;
    private long sum;

    /**
     * Nothing yet.
     *
     * @param recent newest slices of which it is asked what a part carries
     */
    Strata(int recent) {
        this.recent = recent;
    }

    /**
     * Adds a product.
     *
     * @param seen failures of the part by slice
     * @param shares of the part in what is expected, by slice
     */
    Strata add(SliceCounts counts, long @Nullable [] seen, double[] shares) {
        long[] its = seen == null ? new long[shares.length] : seen;
        strata.addAll(counts.strata(its, shares));
        for (int slice = 0; slice < its.length; slice++) {
            sum += its[slice];
            observed += slice < recent ? its[slice] : 0;
        }
        expected += counts.expected(shares, recent);
        all += counts.all(recent);
        allExpected += counts.expected(recent);
        return this;
    }

    /** Failures of the part in all slices. */
    long observed() {
        return sum;
    }

    Suspect suspect(Part part, @Nullable LotKey lot, boolean wide, double prior, double doubt) {
        return new Suspect(part, lot, wide, prior, doubt, List.copyOf(strata), observed, expected, all, allExpected);
    }
}
