// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import io.fieldback.statistics.interval.Interval;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures and suspensions against R's survival, weibulltools and WeibullR. */
class LifeFixturesTest {
    private static final double EXACT = 1e-12;
    private static final double PARAMETER = 1e-6;
    private static final double VARIANCE = 1e-5;
    private static final double LOG_LIKELIHOOD = 1e-9;
    private static final Map<String, Double> LIVES = Map.of("01", 0.01, "10", 0.1, "50", 0.5, "90", 0.9);

    @ParameterizedTest
    @CsvSource({
        "sim_weibull_rc, plain", "sim_weibull_rc, log", "sim_weibull_rc, log-log",
        "lung, plain", "lung, log", "lung, log-log",
        "shock, plain", "shock, log", "shock, log-log",
        "alloy, plain", "alloy, log", "alloy, log-log",
        "genfan, plain", "genfan, log", "genfan, log-log",
    })
    void survivalEqualsSurvfit(String name, String scale) {
        Fixture expected = Fixture.present("km_na/" + name + "_" + scale + ".csv");
        ConfidenceType type = Map.of(
                        "plain", ConfidenceType.PLAIN, "log", ConfidenceType.LOG, "log-log", ConfidenceType.LOG_LOG)
                .get(scale);
        Iterator<SurvivalStep> steps =
                KaplanMeier.steps(lives(name), type, 0.95).iterator();
        Agreement agreement = new Agreement("km_na/" + name + "_" + scale);
        for (Fixture.Row row : expected.rows()) {
            SurvivalStep step = steps.next();
            check(agreement, row, "time", step.age(), EXACT);
            check(agreement, row, "n_risk", step.atRisk(), EXACT);
            check(agreement, row, "n_event", step.failures(), EXACT);
            check(agreement, row, "n_censor", step.suspensions(), EXACT);
            check(agreement, row, "surv", step.survival(), EXACT);
            check(agreement, row, "std_err_cumhaz_scale", step.logStandardError(), EXACT);
            check(agreement, row, "lower", step.interval().lower(), EXACT);
            check(agreement, row, "upper", step.interval().upper(), EXACT);
            check(agreement, row, "cumhaz_nelson_aalen", step.cumulativeHazard(), EXACT);
            check(agreement, row, "std_chaz", step.hazardStandardError(), EXACT);
        }
        agreement.check("steps beyond the reference", steps.hasNext() ? 1 : 0, 0, 0);
        agreement.report();
    }

    @ParameterizedTest
    @CsvSource({
        "sim_weibull_rc, WEIBULL", "sim_weibull_rc, LOGNORMAL", "sim_weibull_rc, EXPONENTIAL",
        "lung, WEIBULL", "lung, LOGNORMAL", "lung, EXPONENTIAL",
        "shock, WEIBULL", "shock, LOGNORMAL", "shock, EXPONENTIAL",
        "alloy, WEIBULL", "alloy, LOGNORMAL", "alloy, EXPONENTIAL",
        "genfan, WEIBULL", "genfan, LOGNORMAL", "genfan, EXPONENTIAL",
    })
    void fitsEqualSurvreg(String name, LifeDistribution distribution) {
        List<Observation> observations = lives(name);
        Fixture.Row row =
                row("weibull_mle/expected.csv", name, distribution.label().toLowerCase(java.util.Locale.ROOT));
        LifeFit fit = MaximumLikelihood.fit(distribution, observations);
        Agreement agreement = new Agreement("weibull_mle/" + name + " " + distribution);
        check(agreement, row, "failures", fit.failures(), EXACT);
        parameters(agreement, row, fit, distribution);
        check(agreement, row, "eta_lo95", fit.scale().interval(0.95).lower(), PARAMETER);
        check(agreement, row, "eta_hi95", fit.scale().interval(0.95).upper(), PARAMETER);
        LIVES.forEach((percent, share) -> {
            check(agreement, row, "log_t" + percent, fit.life(share).log(), PARAMETER);
            check(agreement, row, "se_log_t" + percent, fit.life(share).standardError(), VARIANCE);
        });
        if (distribution == LifeDistribution.WEIBULL) {
            check(agreement, row, "weibull_scale_eta", fit.scale().value(), PARAMETER);
            check(agreement, row, "weibull_shape_beta", fit.shape().value(), PARAMETER);
            interval(agreement, row, "beta_lo95", "beta_hi95", fit.shape().interval(0.95));
            Interval profile = new ProfileLikelihood(fit, observations).shape(0.95);
            interval(agreement, row, "beta_prof_lo95", "beta_prof_hi95", profile);
        }
        agreement.report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim_weibull_rc", "lung", "shock", "alloy", "genfan"})
    void rankRegressionEqualsMrrw2p(String name) {
        List<Observation> observations = lives(name);
        Fixture.Row row = row("weibull_mrr/expected.csv", name, "");
        RankRegression fit = RankRegression.fit(observations);
        Agreement agreement = new Agreement("weibull_mrr/" + name);
        check(agreement, row, "eta", fit.scale(), 1e-10);
        check(agreement, row, "beta", fit.shape(), 1e-10);
        check(agreement, row, "r2", fit.rSquared(), 1e-10);
        agreement.report();
    }

    @ParameterizedTest
    @CsvSource({
        "sim_weibull_rc, johnson", "sim_weibull_rc, kaplan",
        "lung, johnson", "lung, kaplan",
        "shock, johnson", "shock, kaplan",
        "alloy, johnson", "alloy, kaplan",
        "genfan, johnson", "genfan, kaplan",
    })
    void plottingPositionsEqualEstimateCdf(String name, String method) {
        Fixture expected = Fixture.present("plotting_positions/" + name + "_" + method + ".csv");
        List<Observation> observations = lives(name);
        Map<Double, PlottingPosition> byAge = (method.equals("johnson")
                        ? PlottingPositions.johnson(observations)
                        : PlottingPositions.kaplan(observations))
                .stream().collect(Collectors.toMap(PlottingPosition::age, Function.identity()));
        Agreement agreement = new Agreement("plotting_positions/" + name + "_" + method);
        for (Fixture.Row row : expected.rows()) {
            if (row.whole("status") == 1) {
                PlottingPosition position = byAge.get(row.number("time"));
                check(agreement, row, "rank", position.rank(), EXACT);
                check(agreement, row, "prob", position.probability(), EXACT);
            }
        }
        agreement.report();
    }

    @ParameterizedTest
    @ValueSource(strings = "sim_inspect")
    void fitsOfInspectionsEqualSurvreg(String name) {
        List<Observation> observations = Fixture.required("interval_censored/" + name + ".csv").rows().stream()
                .map(LifeFixturesTest::inspected)
                .toList();
        Fixture.Row row = row("interval_censored/expected.csv", name, "");
        Agreement agreement = new Agreement("interval_censored/" + name);
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, observations);
        parameters(agreement, row, fit, LifeDistribution.WEIBULL);
        check(agreement, row, "eta", fit.scale().value(), PARAMETER);
        check(agreement, row, "beta", fit.shape().value(), PARAMETER);
        agreement.report();
    }

    @ParameterizedTest
    @ValueSource(strings = "sim_nevada")
    void nevadaChartGivesTheReferencesLivesFitAndForecast(String name) {
        Fixture table = Fixture.required("nevada/" + name + "_chart.csv");
        int months = table.rows().size();
        NevadaChart chart = new NevadaChart(
                table.rows().stream().map(row -> (long) row.whole("sold")).toList(),
                table.rows().stream()
                        .map(row -> Stream.iterate(1, month -> month <= months, month -> month + 1)
                                .map(month -> (long) row.whole("ret_m" + month))
                                .toList())
                        .toList());
        Agreement lives = new Agreement("nevada/" + name + "_lifedata");
        List<Observation> observations = chart.observations();
        List<Fixture.Row> rows =
                Fixture.required("nevada/" + name + "_lifedata.csv").rows();
        lives.check("rows", observations.size(), rows.size(), 0);
        for (int i = 0; i < rows.size(); i++) {
            Observation expected = inspected(rows.get(i));
            lives.check("lower of row " + i, observations.get(i).lower(), expected.lower(), 0);
            lives.check("upper of row " + i, observations.get(i).upper(), expected.upper(), 0);
            lives.check("weight of row " + i, observations.get(i).weight(), expected.weight(), 0);
        }
        lives.report();
        Agreement agreement = new Agreement("nevada/" + name + "_mle");
        LifeFit fit = MaximumLikelihood.fit(LifeDistribution.WEIBULL, observations);
        Fixture.Row row = row("nevada/" + name + "_mle.csv", name, "");
        parameters(agreement, row, fit, LifeDistribution.WEIBULL);
        check(agreement, row, "eta", fit.scale().value(), PARAMETER);
        check(agreement, row, "beta", fit.shape().value(), PARAMETER);
        check(agreement, row, "returns_total", fit.failures(), EXACT);
        agreement.report();
        Agreement forecast = new Agreement("nevada/" + name + "_forecast");
        List<Fixture.Row> expected =
                Fixture.required("nevada/" + name + "_forecast.csv").rows();
        ReturnForecast returns = ReturnForecast.of(chart, fit, Double.POSITIVE_INFINITY);
        for (ReturnForecast.Period period : returns.periods(expected.size(), 0.95)) {
            check(
                    forecast,
                    expected.get(period.period() - 1),
                    "expected_returns_existing_fleet",
                    period.expected(),
                    PARAMETER);
        }
        forecast.report();
    }

    private static void parameters(Agreement agreement, Fixture.Row row, LifeFit fit, LifeDistribution distribution) {
        check(agreement, row, "mu_hat", fit.mu(), PARAMETER);
        check(agreement, row, "sigma_hat", fit.sigma(), PARAMETER);
        agreement.checkAbsolute("loglik", fit.logLikelihood(), row.number("loglik"), LOG_LIKELIHOOD);
        check(agreement, row, "var_mu", fit.covariance().mu(), VARIANCE);
        if (distribution != LifeDistribution.EXPONENTIAL) {
            check(agreement, row, "cov_mu_logsigma", fit.covariance().muLogSigma(), VARIANCE);
            check(agreement, row, "var_logsigma", fit.covariance().logSigma(), VARIANCE);
        }
    }

    private static void interval(Agreement agreement, Fixture.Row row, String lower, String upper, Interval actual) {
        check(agreement, row, lower, actual.lower(), PARAMETER);
        check(agreement, row, upper, actual.upper(), PARAMETER);
    }

    private static void check(Agreement agreement, Fixture.Row row, String column, double actual, double relative) {
        agreement.check(column + " of " + row.cells(), actual, row.number(column), relative);
    }

    private static Fixture.Row row(String file, String name, String distribution) {
        return Fixture.present(file).rows().stream()
                .filter(row -> row.text("dataset").equals(name))
                .filter(row -> distribution.isEmpty() || row.text("dist").equals(distribution))
                .findFirst()
                .orElseThrow();
    }

    private static List<Observation> lives(String name) {
        return Fixture.present("lifedata/" + name + ".csv").rows().stream()
                .map(row -> row.whole("status") == 1
                        ? Observation.failed(row.number("time"))
                        : Observation.survived(row.number("time")))
                .toList();
    }

    private static Observation inspected(Fixture.Row row) {
        return new Observation(
                row.text("lo").isEmpty() ? 0 : row.number("lo"),
                row.text("hi").isEmpty() ? Double.POSITIVE_INFINITY : row.number("hi"),
                row.number("wt"));
    }
}
