// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import java.util.ArrayList;
import java.util.List;

/**
 * A Weibull line through the median ranks of the failures.
 *
 * <p>Abernethy, The New Weibull Handbook: exact median ranks (medians of beta(rank, n - rank + 1)) of Johnson's
 * adjusted ranks; log age regressed on log(-log(1 - rank)) (X on Y). Equals {@code MRRw2p} of R's WeibullR.
 *
 * <p>Traps: each of several failures of one age is a point of its own; at equal ages failures rank before suspensions;
 * Y on X gives another line. Suspensions count only through ranks, so for heavy censoring maximum likelihood is better.
 *
 * @param scale eta, characteristic life: 63.2 % have failed by it
 * @param shape beta, the Weibull slope
 * @param rSquared of the line; near 1 for few failures whatever their distribution
 */
public record RankRegression(double scale, double shape, double rSquared) {
    private static final int LEAST_AGES = 2;

    /**
     * The line of failures and suspensions.
     *
     * @param observations exact or censored to the right; weights count units
     * @throws IllegalArgumentException for fewer than 2 ages at failure, an age of 0 or a weight that is not whole
     */
    public static RankRegression fit(List<Observation> observations) {
        List<AgeGroup> groups = AgeGroup.of(observations, "fit Weibull line");
        int units = Math.toIntExact(Math.round(whole(groups.get(0).atRisk())));
        List<double[]> points = new ArrayList<>();
        double rank = 0;
        long ages = 0;
        for (AgeGroup group : groups) {
            ages += group.failures() > 0 ? 1 : 0;
            for (long i = 0; i < whole(group.failures()); i++) {
                rank += (units + 1 - rank) / (group.atRisk() - i + 1);
                double share = Quantile.beta(0.5, rank, units - rank + 1);
                points.add(new double[] {logAge(group.age()), Math.log(-Math.log1p(-share))});
            }
        }
        if (ages < LEAST_AGES) {
            throw TooFewFailures.of("Weibull line", points.size(), ages);
        }
        return line(points);
    }

    private static RankRegression line(List<double[]> points) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double[] point : points) {
            xx += (point[0] - x) * (point[0] - x);
            xy += (point[0] - x) * (point[1] - y);
            yy += (point[1] - y) * (point[1] - y);
        }
        double slope = xy / yy;
        return new RankRegression(Math.exp(x - slope * y), 1 / slope, xy * xy / (xx * yy));
    }

    private static double logAge(double age) {
        if (age <= 0) {
            throw new IllegalArgumentException("Cannot fit Weibull line: a unit failed at age 0, which has no log");
        }
        return Math.log(age);
    }

    private static double whole(double weight) {
        if (weight != Math.rint(weight)) {
            throw new IllegalArgumentException(
                    "Cannot fit Weibull line: a weight of " + weight + " is not a number of units");
        }
        return weight;
    }
}
