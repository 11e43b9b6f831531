// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part that may carry an excess, and what speaks for it: how much likelier its shares are if it fails more often than
 * the rest than if it does not, by a Bayes factor (Kass and Raftery 1995). Its share of what is expected is itself not
 * quite known, so that without a reason it may differ somewhat.
 *
 * @param part lot, supplier, months, region, site
 * @param lot of a lot
 * @param wide whether it is meant in all products of the line
 * @param prior how likely it is before anything is counted
 * @param doubt standard deviation of the logarithm of its share of what is expected
 * @param strata its failures
 * @param observed of it in the days of the excess
 * @param expected of it
 * @param all failures of the same products and days
 * @param allExpected of them
 */
record Suspect(
        Part part,
        @Nullable LotKey lot,
        boolean wide,
        double prior,
        double doubt,
        List<Stratum> strata,
        long observed,
        double expected,
        long all,
        double allExpected) {
    /** Times the rest that a part that carries an excess has, about: a median of 3, of which a sixth lie above 5.5. */
    private static final double USUAL = Math.log(3);

    private static final double SPREAD = 0.6;
    private static final double LEAST_TIMES = Math.log(1.3);
    private static final double FROM = Math.log(0.3);
    private static final double TO = Math.log(20);
    private static final int STEPS = 60;

    /** The logarithm of its prior times its Bayes factor. */
    double logWeight() {
        double[] logs = new double[STEPS + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double times = Math.exp(FROM + (TO - FROM) * i / STEPS);
            for (Stratum stratum : strata) {
                logs[i] += stratum.logLikelihood(times);
            }
            most = Math.max(most, logs[i]);
        }
        double carries = 0;
        double carriesWeights = 0;
        double usual = 0;
        double usualWeights = 0;
        for (int i = 0; i <= STEPS; i++) {
            double log = FROM + (TO - FROM) * i / STEPS;
            double likelihood = Math.exp(logs[i] - most);
            double carrying = log < LEAST_TIMES ? 0 : bell((log - USUAL) / SPREAD);
            double without = bell(log / doubt);
            carries += carrying * likelihood;
            carriesWeights += carrying;
            usual += without * likelihood;
            usualWeights += without;
        }
        double factor =
                Math.log(carries / carriesWeights) - Math.log(Math.max(Double.MIN_NORMAL, usual / usualWeights));
        return Math.log(prior) + factor;
    }

    /** What it carries of an excess. */
    Carrier carrier(double chance, double excess) {
        return Carrier.of(part, observed, expected, all, allExpected, excess, doubt * doubt, chance);
    }

    private static double bell(double z) {
        return Math.exp(-z * z / 2);
    }
}
