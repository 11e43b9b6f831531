// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Farrington's detectors against R's {@code surveillance}. */
class FarringtonFixturesTest {
    /** Where a season block has no events at all, iterations stop on the way to a mean of 0. */
    private static final double RELATIVE = 1e-8;

    static Stream<Fixture.Row> flexible() {
        return Fixture.calls("farringtonFlexible/_calls.csv");
    }

    static Stream<Fixture.Row> original() {
        return Fixture.calls("farrington1996/_calls.csv");
    }

    @ParameterizedTest
    @MethodSource("flexible")
    void flexibleEqualsR(Fixture.Row call) {
        Fixture expected = Fixture.present("farringtonFlexible/" + call.text("id") + ".csv");
        CountSeries series = SeriesFixture.read(call.text("dataset"));
        FarringtonFlexible detector = new FarringtonFlexible(new FarringtonOptions(
                call.whole("b"),
                call.whole("w"),
                call.number("reweight") > 0,
                call.number("weightsThreshold"),
                call.number("alpha"),
                call.number("trend") > 0,
                call.number("pThresholdTrend"),
                call.whole("limit54_cases"),
                call.whole("limit54_weeks"),
                transform(call),
                call.number("populationOffset") > 0,
                call.whole("noPeriods"),
                call.whole("pastWeeksNotIncluded"),
                method(call.text("thresholdMethod"))));
        Agreement agreement = new Agreement("farringtonFlexible " + call.text("id"));
        for (int row = 0; row < expected.size(); row++) {
            int t = (int) expected.number(row, "t");
            FarringtonPoint point = detector.at(series, t - 1);
            agreement.check("expected " + t, point.expected(), expected.number(row, "expected"), RELATIVE);
            double bound = detector.options().method() == ThresholdMethod.DELTA ? RELATIVE : 0;
            agreement.check("upperbound " + t, point.upperBound(), expected.number(row, "upperbound"), bound);
            agreement.same("alarm " + t, point.alarm(), expected.number(row, "alarm") > 0);
            agreement.check("score " + t, point.score(), expected.number(row, "score"), RELATIVE, 1e-9);
            agreement.check("pvalue " + t, point.chance(), expected.number(row, "pvalue"), RELATIVE);
            agreement.check("phi " + t, point.phi(), expected.number(row, "phi"), RELATIVE);
            agreement.check("mu0 " + t, point.mu0(), expected.number(row, "mu0"), 10 * RELATIVE);
            agreement.same("trend " + t, point.hasTrend(), expected.number(row, "trend_included") > 0);
            agreement.check("slope " + t, point.slope(), expected.number(row, "trend_coef"), RELATIVE, 1e-10);
        }
        agreement.report();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("original")
    void originalEqualsR(Fixture.Row call) {
        Fixture expected = Fixture.present("farrington1996/" + call.text("id") + ".csv");
        CountSeries series = SeriesFixture.read(call.text("dataset"));
        Farrington1996 detector = new Farrington1996(
                call.whole("b"),
                call.whole("w"),
                call.number("alpha"),
                call.number("trend") > 0,
                call.whole("limit54_cases"),
                call.whole("limit54_weeks"),
                transform(call));
        Agreement agreement = new Agreement("farrington1996 " + call.text("id"));
        for (int row = 0; row < expected.size(); row++) {
            int t = (int) expected.number(row, "t");
            FarringtonPoint point = detector.at(series, t - 1);
            double bound = Double.isNaN(point.upperBound()) ? 0 : point.upperBound();
            agreement.check("upperbound " + t, bound, expected.number(row, "upperbound"), RELATIVE);
            agreement.same("alarm " + t, point.alarm(), expected.number(row, "alarm") > 0);
        }
        agreement.report();
    }

    private static PowerTransform transform(Fixture.Row call) {
        return switch (call.text("powertrans")) {
            case "none" -> PowerTransform.NONE;
            case "1/2" -> PowerTransform.SQUARE_ROOT;
            default -> PowerTransform.TWO_THIRDS;
        };
    }

    private static ThresholdMethod method(String name) {
        return switch (name) {
            case "delta" -> ThresholdMethod.DELTA;
            case "nbPlugin" -> ThresholdMethod.NB_PLUGIN;
            default -> ThresholdMethod.MUAN;
        };
    }
}
