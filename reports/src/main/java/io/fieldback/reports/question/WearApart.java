// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.life.ChanceAndWear;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.ReturnForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Failures by chance taken apart from wear, where that describes the ages beyond chance better than one Weibull
 * distribution.
 *
 * @param fit of both
 * @param shape 95 % interval of the wear's, by profile likelihood
 * @param chance of so much a better fit if there were no failures by chance
 * @param months first failures expected in each of the next months
 * @param bounds about 95 % of the count that will be seen in all of them
 */
record WearApart(ChanceAndWear fit, Interval shape, double chance, List<Double> months, Interval bounds) {
    /** Fewer failures hardly tell three parameters. */
    private static final int LEAST_FAILURES = 30;

    private static final double LEVEL = 0.01;
    private static final double TWO_SIDED = 1.96;

    /** Empty where one Weibull distribution does as well, or what is left does not wear. */
    static Optional<WearApart> of(ObservedLives lives, LifeFit weibull, double limit) {
        if (lives.failures() < LEAST_FAILURES) {
            return Optional.empty();
        }
        ChanceAndWear fit = ChanceAndWear.fit(lives.observations(), weibull);
        double chance = fit.chanceIfNone(weibull);
        if (chance >= LEVEL || fit.shape() <= 1) {
            return Optional.empty();
        }
        List<ChanceAndWear> ends = fit.ends(lives.observations(), Interval.DEFAULT_CONFIDENCE);
        List<Double> months = new ArrayList<>();
        for (int month = 1; month <= LifeAnswer.AHEAD; month++) {
            months.add(expected(fit, lives.fleet(), limit, month));
        }
        double expected = sum(fit, lives.fleet(), limit);
        double one = sum(ends.get(0), lives.fleet(), limit);
        double other = sum(ends.get(1), lives.fleet(), limit);
        double seen = TWO_SIDED * Math.sqrt(expected);
        Interval bounds = new Interval(
                Math.max(0, expected - Math.hypot(expected - Math.min(one, other), seen)),
                expected + Math.hypot(Math.max(one, other) - expected, seen));
        Interval shape = new Interval(ends.get(0).shape(), ends.get(1).shape());
        return Optional.of(new WearApart(fit, shape, chance, months, bounds));
    }

    double expected() {
        return months.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double sum(ChanceAndWear fit, List<ReturnForecast.Group> fleet, double limit) {
        double sum = 0;
        for (int month = 1; month <= LifeAnswer.AHEAD; month++) {
            sum += expected(fit, fleet, limit, month);
        }
        return sum;
    }

    /** Failures in a month from now of units that work now and whose warranty has not ended by then. */
    private static double expected(ChanceAndWear fit, List<ReturnForecast.Group> fleet, double limit, int month) {
        double sum = 0;
        for (ReturnForecast.Group group : fleet) {
            double from = group.age() + month - 1;
            if (from + 1 <= limit) {
                sum += group.units() * fit.surviving(from) / fit.surviving(group.age()) * fit.failingWithin(from, 1);
            }
        }
        return sum;
    }
}
