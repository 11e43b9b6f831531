// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixtures;
import io.fieldback.statistics.fixture.Table;
import io.fieldback.statistics.glm.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EARS, CUSUM, likelihood ratio charts and Bayes against R's {@code surveillance}. */
class ChartFixturesTest {
    static Stream<Fixtures.Call> ears() {
        return Fixtures.calls("ears/_calls.csv");
    }

    static Stream<Fixtures.Call> cusum() {
        return Fixtures.calls("cusum/_calls.csv");
    }

    static Stream<Fixtures.Call> glr() {
        return Fixtures.calls("glr/_calls.csv");
    }

    static Stream<Fixtures.Call> bayes() {
        return Fixtures.calls("bayes/_calls.csv");
    }

    @ParameterizedTest
    @MethodSource("ears")
    void earsEqualsR(Fixtures.Call call) {
        Table expected = Fixtures.table("ears/" + call.text("id") + ".csv");
        Ears ears = new Ears(call.whole("baseline"), call.number("minSigma"), call.number("alpha"));
        long[] counts = SeriesFixture.read(call.text("dataset")).counts();
        List<Ears.Point> points = switch (call.text("method")) {
            case "C1" -> ears.c1(counts);
            case "C2" -> ears.c2(counts);
            default -> ears.c3OfR(counts);
        };
        assertThat(points).hasSize(expected.size());
        Agreement agreement = new Agreement("ears " + call.text("id"));
        for (int row = 0; row < points.size(); row++) {
            Ears.Point point = points.get(row);
            agreement.same("t", point.position() + 1, (int) expected.number(row, "t"));
            agreement.check("bound " + row, point.upperBound(), expected.number(row, "upperbound"), 1e-12);
            agreement.same("alarm " + row, point.alarm(), expected.number(row, "alarm") > 0);
        }
        agreement.report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim_season", "salmonella_agona"})
    void publishedC3EqualsItsDefinition(String dataset) {
        Table expected = Fixtures.table("ears/published_C3_" + dataset + ".csv");
        List<PublishedC3.Point> points =
                PublishedC3.standard().of(SeriesFixture.read(dataset).counts());
        assertThat(points).hasSize(expected.size());
        Agreement agreement = new Agreement("ears published C3 " + dataset);
        for (int row = 0; row < points.size(); row++) {
            PublishedC3.Point point = points.get(row);
            agreement.same("t", point.position() + 1, (int) expected.number(row, "t"));
            agreement.check("c2 " + row, point.c2(), expected.number(row, "c2"), 1e-12, 1e-13);
            agreement.check("c3 " + row, point.c3(), expected.number(row, "c3"), 1e-12, 1e-13);
            agreement.same("alarm " + row, point.alarm(), expected.number(row, "alarm") > 0);
        }
        agreement.report();
    }

    @ParameterizedTest
    @MethodSource("cusum")
    void cusumEqualsR(Fixtures.Call call) {
        Table expected = Fixtures.table("cusum/" + call.text("id") + ".csv");
        long[] counts = SeriesFixture.read(call.text("dataset")).counts();
        int from = (int) expected.number(0, "t") - 1;
        double[] means = new double[expected.size()];
        if (parameter(call, "m").equals("glm")) {
            means = new SeasonalMean(52, 1, false, new Family.Poisson())
                    .predict(counts, from, means.length)
                    .orElseThrow();
        } else {
            Arrays.fill(means, Arrays.stream(counts).limit(from).average().orElseThrow());
        }
        CountTransform transform = switch (parameter(call, "trans")) {
            case "pearsonNegBin" -> CountTransform.PEARSON_NEGATIVE_BINOMIAL;
            default -> CountTransform.valueOf(parameter(call, "trans").toUpperCase(Locale.ROOT));
        };
        Cusum cusum = new Cusum(
                transform, number(call, "k"), number(call, "h"), number(call, "alpha"), Cusum.AfterAlarm.CONTINUE);
        List<Cusum.Point> points = cusum.of(counts, from, means);
        assertThat(points).hasSize(expected.size());
        Agreement agreement = new Agreement("cusum " + call.text("id"));
        for (int row = 0; row < points.size(); row++) {
            Cusum.Point point = points.get(row);
            agreement.check("m " + row, point.mean(), expected.number(row, "m"), 1e-12);
            agreement.check("cusum " + row, point.statistic(), expected.number(row, "cusum"), 1e-12, 1e-12);
            agreement.check("bound " + row, point.upperBound(), expected.number(row, "upperbound"), 1e-12, 1e-11);
            agreement.same("alarm " + row, point.alarm(), expected.number(row, "alarm") > 0);
        }
        agreement.report();
    }

    @ParameterizedTest
    @MethodSource("glr")
    void likelihoodRatioEqualsR(Fixtures.Call call) {
        Table expected = Fixtures.table("glr/" + call.text("id") + ".csv");
        long[] counts = SeriesFixture.read(call.text("dataset")).counts();
        int from = (int) expected.number(0, "t") - 1;
        double alpha = number(call, "alpha");
        Family family = alpha == 0 ? new Family.Poisson() : new Family.NegativeBinomial(1 / alpha);
        double[] means = new SeasonalMean(52, 1, false, family)
                .predict(counts, from, expected.size())
                .orElseThrow();
        String theta = parameter(call, "theta");
        LikelihoodRatioChart chart = new LikelihoodRatioChart(
                number(call, "c.ARL"),
                alpha,
                theta.startsWith("NULL") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(theta)),
                LikelihoodRatioChart.Direction.INCREASE,
                (int) number(call, "M"),
                (int) number(call, "Mtilde"));
        List<LikelihoodRatioChart.Point> points = chart.of(counts, from, means);
        Agreement agreement = new Agreement("glr " + call.text("id"));
        for (int row = 0; row < points.size(); row++) {
            LikelihoodRatioChart.Point point = points.get(row);
            agreement.check("mu0 " + row, point.mean(), expected.number(row, "mu0"), 1e-10);
            agreement.check("stat " + row, point.statistic(), expected.number(row, "stat"), 1e-9, 1e-10);
            agreement.same("alarm " + row, point.alarm(), expected.number(row, "alarm") > 0);
        }
        agreement.report();
    }

    @ParameterizedTest
    @MethodSource("bayes")
    void bayesEqualsR(Fixtures.Call call) {
        Table expected = Fixtures.table("bayes/" + call.text("id") + ".csv");
        CountSeries dated = SeriesFixture.read(call.text("dataset"));
        CountSeries series = new CountSeries(dated.counts(), dated.exposure(), new TimeAxis.Periods(52));
        Bayes bayes = new Bayes(
                (int) number(call, "b"),
                (int) number(call, "w"),
                parameter(call, "actY").equals("TRUE"),
                number(call, "alpha"));
        Agreement agreement = new Agreement("bayes " + call.text("id"));
        for (int row = 0; row < expected.size(); row++) {
            Bayes.Point point = bayes.at(series, (int) expected.number(row, "t") - 1);
            agreement.same("bound " + row, (double) point.upperBound(), expected.number(row, "upperbound"));
            agreement.same("alarm " + row, point.alarm(), expected.number(row, "alarm") > 0);
        }
        agreement.report();
    }

    private static String parameter(Fixtures.Call call, String name) {
        Matcher matcher =
                Pattern.compile("(^|[ ;])" + Pattern.quote(name) + "=([^;]*)").matcher(call.text("params"));
        assertThat(matcher.find()).as(name + " in " + call.text("params")).isTrue();
        return matcher.group(2).strip();
    }

    private static double number(Fixtures.Call call, String name) {
        return Double.parseDouble(parameter(call, name));
    }
}
