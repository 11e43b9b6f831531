// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * How estimates of many series scatter, chance taken off: the moments of DerSimonian and Laird (1986). With weights w =
 * 1 / variance and Q = sum of w (x - centre)², tau² = (Q - (n - 1)) / (sum w - sum w² / sum w), at least 0.
 *
 * @param centre about which they scatter
 * @param deviation tau
 */
record Scatter(double centre, double deviation) {
    /** An estimate and how well it is known. */
    private record Estimate(double value, double weight) {}

    /** Of a coefficient, about a centre of its own. */
    static Scatter of(List<LearnedRate> members, int coefficient) {
        return of(estimates(members, coefficient));
    }

    /** Of a coefficient, about a given centre. */
    static Scatter about(List<LearnedRate> members, int coefficient, double centre) {
        double weights = 0;
        double squares = 0;
        List<Estimate> estimates = estimates(members, coefficient);
        for (Estimate estimate : estimates) {
            weights += estimate.weight();
            squares += estimate.weight() * Math.pow(estimate.value() - centre, 2);
        }
        double square = weights > 0 ? Math.max(0, (squares - estimates.size()) / weights) : 0;
        return new Scatter(centre, Math.sqrt(square));
    }

    /** Of the logarithms of dispersions. */
    static Scatter ofDispersions(List<LearnedRate> members) {
        return of(members.stream()
                .map(member -> new Estimate(
                        Math.log(member.dispersion().phi()), member.dispersion().weight()))
                .toList());
    }

    private static Scatter of(List<Estimate> estimates) {
        double weights = 0;
        double squared = 0;
        double centre = 0;
        for (Estimate estimate : estimates) {
            weights += estimate.weight();
            squared += estimate.weight() * estimate.weight();
            centre += estimate.weight() * estimate.value();
        }
        centre /= weights;
        double squares = 0;
        for (Estimate estimate : estimates) {
            squares += estimate.weight() * Math.pow(estimate.value() - centre, 2);
        }
        double spread = weights - squared / weights;
        double square = spread > 0 ? Math.max(0, (squares - (estimates.size() - 1)) / spread) : 0;
        double drawn = 0;
        double sum = 0;
        for (Estimate estimate : estimates) {
            double weight = 1 / (1 / estimate.weight() + square);
            drawn += weight * estimate.value();
            sum += weight;
        }
        return new Scatter(drawn / sum, Math.sqrt(square));
    }

    /** Estimates of the counts alone: what the prior of a series on its own added is taken off. */
    private static List<Estimate> estimates(List<LearnedRate> members, int coefficient) {
        List<Estimate> estimates = new ArrayList<>();
        for (LearnedRate member : members) {
            double[][] covariance = member.fit().covariance();
            if (coefficient < covariance.length) {
                RatePrior prior = member.prior();
                double held = Math.pow(prior.deviations()[coefficient], -2);
                double known = 1 / covariance[coefficient][coefficient];
                double weight = known - held;
                double at = member.fit().coefficients()[coefficient];
                if (weight > 0.05 * known) {
                    double value = (known * at - held * prior.means()[coefficient]) / weight;
                    estimates.add(new Estimate(value, weight));
                }
            }
        }
        return estimates;
    }
}
