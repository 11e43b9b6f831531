// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.life.HazardCourse;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.ProfileLikelihood;
import io.fieldback.statistics.life.ReturnForecast;
import io.fieldback.statistics.life.WearOut;
import java.util.List;
import java.util.Optional;

/**
 * What a Weibull distribution says of the ages at first failure.
 *
 * @param wearOut the fit and its test against failing at one rate
 * @param shape 95 % interval of beta, by profile likelihood
 * @param course of the hazard, where there are enough failures to tell
 * @param apart failures by chance and wear, where one Weibull distribution does not describe both
 * @param months the next 12
 * @param total of them together
 */
record LifeAnswer(
        WearOut wearOut,
        Interval shape,
        Optional<HazardCourse> course,
        Optional<WearApart> apart,
        List<ReturnForecast.Period> months,
        ReturnForecast.Period total) {
    /** Months that are forecast. */
    static final int AHEAD = 12;

    private static final double LEVEL = 0.05;
    private static final double ONE_SIDED = 0.025;

    /** Empty where the failures are too few, of one month of age, or have no likeliest distribution. */
    static Optional<LifeAnswer> of(ObservedLives data, Optional<Integer> limit) {
        if (data.failures() < LifeFit.LEAST_FAILURES || data.isOfOneAge()) {
            return Optional.empty();
        }
        WearOut wearOut;
        try {
            wearOut = WearOut.test(data.observations());
        } catch (IllegalArgumentException e) {
            // The likelihood of these ages has no maximum: the report says so instead of the fit.
            return Optional.empty();
        }
        LifeFit fit = wearOut.weibull();
        double end = limit.map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
        ReturnForecast forecast = new ReturnForecast(fit, data.fleet(), end);
        return Optional.of(new LifeAnswer(
                wearOut,
                new ProfileLikelihood(fit, data.observations()).shape(Interval.DEFAULT_CONFIDENCE),
                course(data),
                WearApart.of(data, fit, end),
                forecast.periods(AHEAD, Interval.DEFAULT_CONFIDENCE),
                forecast.total(AHEAD, Interval.DEFAULT_CONFIDENCE)));
    }

    LifeFit fit() {
        return wearOut.weibull();
    }

    /** First failures expected in the next 12 months, by the better description. */
    double expected() {
        return apart.map(WearApart::expected).orElse(total.expected());
    }

    /** Bounds of the count that will be seen. */
    Interval bounds() {
        return apart.map(WearApart::bounds).orElse(total.prediction());
    }

    /** How failing depends on age, at 5 %. */
    WearOut.Finding ageing() {
        return wearOut.finding(LEVEL);
    }

    /** Whether the hazard falls and then rises, so that one Weibull distribution does not describe it. */
    boolean isMixed() {
        return course.filter(it -> it.fallsThenRises(ONE_SIDED)).isPresent();
    }

    private static Optional<HazardCourse> course(ObservedLives data) {
        if (data.failures() < HazardCourse.LEAST_FAILURES) {
            return Optional.empty();
        }
        try {
            return Optional.of(HazardCourse.of(data.observations()));
        } catch (IllegalArgumentException e) {
            // Failures of too few different months: there is no course to tell.
            return Optional.empty();
        }
    }
}
