// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import java.util.List;

/**
 * The likelihood of pairs under a prior.
 *
 * @param pairs counted
 * @param empty what the list does with pairs without a case
 */
record Likelihood(List<WeightedPair> pairs, EmptyPairs empty) {
    /** The sum of -ln(chance) over all pairs. */
    double negativeLog(RatioPrior prior) {
        long highest = 0;
        for (WeightedPair pair : pairs) {
            highest = Math.max(highest, pair.count());
        }
        boolean small = highest < 10_000;
        double[] first = small ? choices(prior.first(), highest) : new double[0];
        double[] second = small && prior.share() < 1 ? choices(prior.second(), highest) : new double[0];
        double sum = 0;
        for (WeightedPair pair : pairs) {
            double chance = prior.share() * chance(prior.first(), first, pair);
            if (prior.share() < 1) {
                chance += (1 - prior.share()) * chance(prior.second(), second, pair);
            }
            sum -= pair.weight() * Math.log(chance);
        }
        return sum;
    }

    private static double[] choices(GammaPart part, long highest) {
        double[] choices = new double[(int) highest + 1];
        for (int n = 0; n < choices.length; n++) {
            choices[n] = part.logChoice(n);
        }
        return choices;
    }

    private double chance(GammaPart part, double[] choices, WeightedPair pair) {
        double all = part.rate() + pair.expected();
        double none = part.shape() * Math.log(part.rate() / all);
        int count = (int) Math.min(pair.count(), Integer.MAX_VALUE);
        double choice = count < choices.length ? choices[count] : part.logChoice(pair.count());
        double chance = Math.exp(choice + none + pair.count() * Math.log(pair.expected() / all));
        return switch (empty) {
            case COUNTED -> chance;
            case LEFT_OUT -> chance / -Math.expm1(none);
        };
    }
}
