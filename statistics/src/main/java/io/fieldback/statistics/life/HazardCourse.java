// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.interval.RateRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the rate of failing first falls with age and then rises: a sign that weak units are mixed with units that
 * wear out, which no single Weibull distribution describes.
 *
 * <p>Ages are cut so that each piece has as many failures, about 5 and at most 8 pieces. Failures over time at risk of
 * the first and of the last piece are held against those of the lowest piece between, by the exact test of two rates,
 * with Bonferroni's factor for having picked the lowest. Ages within an interval count at its middle.
 *
 * <p>Trap: a warranty that ends, or units that nobody reports anymore, end the curve before the rise; that no mixture
 * is seen does not mean that there is none.
 *
 * @param early rate of the first piece
 * @param lowest least rate of the pieces between
 * @param late rate of the last piece
 * @param pieces between the first and the last
 */
public record HazardCourse(PoissonRate early, PoissonRate lowest, PoissonRate late, int pieces) {
    /** Fewer failures leave too few in a piece to compare. */
    public static final int LEAST_FAILURES = 15;

    private static final int FAILURES_OF_A_PIECE = 5;
    private static final int MOST_PIECES = 8;

    /**
     * The course of observations, whose weights are rounded to whole failures in each piece.
     *
     * @throws IllegalArgumentException for fewer than 15 failures, or ages too alike to cut in pieces
     */
    public static HazardCourse of(List<Observation> observations) {
        List<Observation> failures = observations.stream()
                .filter(Observation::isFailure)
                .sorted(Comparator.comparingDouble(HazardCourse::age))
                .toList();
        double count = failures.stream().mapToDouble(Observation::weight).sum();
        if (count < LEAST_FAILURES) {
            throw new IllegalArgumentException(
                    "Cannot tell course of hazard: " + count + " failures, at least " + LEAST_FAILURES + " are needed");
        }
        int wanted = (int) Math.min(MOST_PIECES, count / FAILURES_OF_A_PIECE);
        List<PoissonRate> rates = new ArrayList<>();
        double from = 0;
        for (int piece = 1; piece <= wanted; piece++) {
            double until = piece == wanted ? Double.POSITIVE_INFINITY : ageOf(failures, count * piece / wanted);
            if (until > from && exposure(observations, from, until) > 0) {
                rates.add(rate(observations, from, until));
                from = until;
            }
        }
        if (rates.size() < 3) {
            throw new IllegalArgumentException("Cannot tell course of hazard: failures are of too few different ages");
        }
        PoissonRate lowest = rates.subList(1, rates.size() - 1).stream()
                .min(Comparator.comparingDouble(PoissonRate::value))
                .orElseThrow();
        return new HazardCourse(rates.get(0), lowest, rates.get(rates.size() - 1), rates.size() - 2);
    }

    /**
     * Whether both the fall and the rise are more than chance at a one-sided level.
     *
     * @param level of each of both tests; 0.025 in use
     */
    public boolean fallsThenRises(double level) {
        return pieces * new RateRatio(early, lowest).chanceOfGreater() < level
                && pieces * new RateRatio(late, lowest).chanceOfGreater() < level;
    }

    private static double ageOf(List<Observation> sorted, double count) {
        double sum = 0;
        for (Observation failure : sorted) {
            sum += failure.weight();
            if (sum >= count) {
                return age(failure);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static PoissonRate rate(List<Observation> observations, double from, double until) {
        double failures = observations.stream()
                .filter(Observation::isFailure)
                .filter(observation -> age(observation) > from && age(observation) <= until)
                .mapToDouble(Observation::weight)
                .sum();
        return new PoissonRate(Math.round(failures), exposure(observations, from, until));
    }

    private static double exposure(List<Observation> observations, double from, double until) {
        return observations.stream()
                .mapToDouble(observation ->
                        observation.weight() * Math.max(0, Math.min(age(observation), until) - from))
                .sum();
    }

    private static double age(Observation observation) {
        return observation.isFailure() ? (observation.lower() + observation.upper()) / 2 : observation.lower();
    }
}
