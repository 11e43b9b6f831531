// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import org.junit.jupiter.api.Test;

/** Intervals against R: {@code poisson.test}, {@code prop.test} and {@code binom.test}. */
class IntervalFixturesTest {
    private static final double EXACT = 1e-12;
    private static final double QUANTILE = 1e-9;
    private static final double CHANCE = 1e-7;

    @Test
    void garwoodEqualsPoissonTest() {
        Agreement agreement = new Agreement("intervals/garwood");
        for (Fixture.Row row : Fixture.required("intervals/garwood.csv").rows()) {
            PoissonRate rate = new PoissonRate(row.whole("events"), row.number("exposure"));
            agreement.check("rate", rate.value(), row.number("rate"), EXACT);
            check(agreement, rate.interval(row.number("conf")), row, "lower", "upper", QUANTILE);
        }
        agreement.report();
    }

    @Test
    void sharesEqualPropTestAndBinomTest() {
        Agreement wilson = new Agreement("intervals/proportion Wilson");
        Agreement corrected = new Agreement("intervals/proportion Wilson with continuity correction");
        Agreement exact = new Agreement("intervals/proportion Clopper-Pearson");
        for (Fixture.Row row : Fixture.required("intervals/proportion.csv").rows()) {
            Share share = new Share(row.whole("x"), row.whole("n"));
            double confidence = row.number("conf");
            wilson.check("p", share.value(), row.number("p"), EXACT);
            check(wilson, share.interval(confidence), row, "wilson_lo", "wilson_hi", QUANTILE);
            check(corrected, share.correctedInterval(confidence), row, "wilson_cc_lo", "wilson_cc_hi", QUANTILE);
            check(exact, share.exactInterval(confidence), row, "clopper_pearson_lo", "clopper_pearson_hi", QUANTILE);
        }
        wilson.report();
        corrected.report();
        exact.report();
    }

    @Test
    void rateRatioEqualsTwoSamplePoissonTest() {
        Agreement agreement = new Agreement("intervals/rate_ratio");
        for (Fixture.Row row : Fixture.required("intervals/rate_ratio.csv").rows()) {
            RateRatio ratio = new RateRatio(
                    new PoissonRate(row.whole("x1"), row.number("t1")),
                    new PoissonRate(row.whole("x2"), row.number("t2")));
            agreement.check("ratio", ratio.value(), row.number("rate_ratio"), EXACT);
            check(agreement, ratio.interval(Interval.DEFAULT_CONFIDENCE), row, "lo95", "hi95", QUANTILE);
            agreement.check("two-sided", ratio.chanceOfDifference(), row.number("p_two_sided"), CHANCE);
            agreement.check("greater", ratio.chanceOfGreater(), row.number("p_greater"), CHANCE);
        }
        agreement.report();
    }

    private static void check(
            Agreement agreement, Interval interval, Fixture.Row row, String lower, String upper, double relative) {
        agreement.check(lower, interval.lower(), row.number(lower), relative);
        agreement.check(upper, interval.upper(), row.number(upper), relative);
    }
}
