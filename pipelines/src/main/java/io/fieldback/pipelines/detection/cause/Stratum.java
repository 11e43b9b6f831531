// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

/**
 * Failures of one product in some days, held apart from other days and products: what moved all of it moves no part's share.
 *
 * @param observed of the part
 * @param share of the part in what was expected, above 0 and below 1
 * @param all of the product in these days
 */
record Stratum(long observed, double share, long all) {
    private static final double LEAST = 1e-6;

    /** A part of it; shares of nothing and of everything are not quite that. */
    static Stratum of(long observed, double share, long all) {
        return new Stratum(
                Math.max(0, Math.min(observed, all)), Math.max(LEAST, Math.min(1 - LEAST, share)), Math.max(0, all));
    }

    /** The logarithm of the likelihood if the part has so many times the failures of the rest, but for a constant. */
    double logLikelihood(double times) {
        double odds = times * share;
        double its = odds / (odds + 1 - share);
        return observed * Math.log(its) + (all - observed) * Math.log1p(-its);
    }
}
