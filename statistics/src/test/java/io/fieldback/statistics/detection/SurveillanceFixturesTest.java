// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
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
class SurveillanceFixturesTest {
    static Stream<Fixture.Row> ears() {
        return Fixture.calls("ears/_calls.csv");
    }

    static Stream<Fixture.Row> cusum() {
        return Fixture.calls("cusum/_calls.csv");
    }

    static Stream<Fixture.Row> glr() {
        return Fixture.calls("glr/_calls.csv");
    }

    static Stream<Fixture.Row> bayes() {
        return Fixture.calls("bayes/_calls.csv");
    }

    @ParameterizedTest
    @MethodSource("ears")
    void earsEqualsR(Fixture.Row call) {
        Ears ears = new Ears(call.whole("baseline"), call.number("minSigma"), call.number("alpha"));
        long[] counts = SeriesFixture.read(call.text("dataset")).counts();
        List<Ears.Point> points = switch (call.text("method")) {
            case "C1" -> ears.c1(counts);
            case "C2" -> ears.c2(counts);
            default -> ears.c3OfR(counts);
        };
        hold("ears/" + call.text("id"), points, (agreement, row, point) -> {
            agreement.same("t", point.position() + 1, row.whole("t"));
            agreement.check("bound " + row.text("t"), point.upperBound(), row.number("upperbound"), 1e-12);
            agreement.same("alarm " + row.text("t"), point.alarm(), row.number("alarm") > 0);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim_season", "salmonella_agona"})
    void publishedC3EqualsItsDefinition(String dataset) {
        long[] counts = SeriesFixture.read(dataset).counts();
        hold("ears/published_C3_" + dataset, PublishedC3.standard().of(counts), (agreement, row, point) -> {
            agreement.same("t", point.position() + 1, row.whole("t"));
            agreement.check("c2 " + row.text("t"), point.c2(), row.number("c2"), 1e-12, 1e-13);
            agreement.check("c3 " + row.text("t"), point.c3(), row.number("c3"), 1e-12, 1e-13);
            agreement.same("alarm " + row.text("t"), point.alarm(), row.number("alarm") > 0);
        });
    }

    @ParameterizedTest
    @MethodSource("cusum")
    void cusumEqualsR(Fixture.Row call) {
        Fixture expected = Fixture.present("cusum/" + call.text("id") + ".csv");
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
        hold("cusum/" + call.text("id"), cusum.of(counts, from, means), (agreement, row, point) -> {
            agreement.check("m " + row.text("t"), point.mean(), row.number("m"), 1e-12);
            agreement.check("cusum " + row.text("t"), point.statistic(), row.number("cusum"), 1e-12, 1e-12);
            agreement.check("bound " + row.text("t"), point.upperBound(), row.number("upperbound"), 1e-12, 1e-11);
            agreement.same("alarm " + row.text("t"), point.alarm(), row.number("alarm") > 0);
        });
    }

    @ParameterizedTest
    @MethodSource("glr")
    void likelihoodRatioEqualsR(Fixture.Row call) {
        Fixture expected = Fixture.present("glr/" + call.text("id") + ".csv");
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
        hold("glr/" + call.text("id"), chart.of(counts, from, means), (agreement, row, point) -> {
            agreement.check("mu0 " + row.text("t"), point.mean(), row.number("mu0"), 1e-10);
            agreement.check("stat " + row.text("t"), point.statistic(), row.number("stat"), 1e-9, 1e-10);
            agreement.same("alarm " + row.text("t"), point.alarm(), row.number("alarm") > 0);
        });
    }

    @ParameterizedTest
    @MethodSource("bayes")
    void bayesEqualsR(Fixture.Row call) {
        Fixture expected = Fixture.present("bayes/" + call.text("id") + ".csv");
        CountSeries dated = SeriesFixture.read(call.text("dataset"));
        CountSeries series = new CountSeries(dated.counts(), dated.exposure(), new TimeAxis.Periods(52));
        Bayes bayes = new Bayes(
                (int) number(call, "b"),
                (int) number(call, "w"),
                parameter(call, "actY").equals("TRUE"),
                number(call, "alpha"));
        List<Bayes.Point> points = expected.rows().stream()
                .map(row -> bayes.at(series, row.whole("t") - 1))
                .toList();
        hold("bayes/" + call.text("id"), points, (agreement, row, point) -> {
            agreement.same("bound " + row.text("t"), (double) point.upperBound(), row.number("upperbound"));
            agreement.same("alarm " + row.text("t"), point.alarm(), row.number("alarm") > 0);
        });
    }

    /** What a point of a chart must be by a row of its table. */
    private interface Held<P> {
        void check(Agreement agreement, Fixture.Row row, P point);
    }

    private static <P> void hold(String name, List<P> points, Held<P> held) {
        List<Fixture.Row> expected = Fixture.present(name + ".csv").rows();
        assertThat(points).hasSameSizeAs(expected);
        Agreement agreement = new Agreement(name);
        for (int i = 0; i < points.size(); i++) {
            held.check(agreement, expected.get(i), points.get(i));
        }
        agreement.report();
    }

    private static String parameter(Fixture.Row call, String name) {
        Matcher matcher =
                Pattern.compile("(^|[ ;])" + Pattern.quote(name) + "=([^;]*)").matcher(call.text("params"));
        assertThat(matcher.find()).as(name + " in " + call.text("params")).isTrue();
        return matcher.group(2).strip();
    }

    private static double number(Fixture.Row call, String name) {
        return Double.parseDouble(parameter(call, name));
    }
}
