// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.life.LifeDistribution;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.NevadaChart;
import io.fieldback.statistics.life.Observation;
import io.fieldback.statistics.life.ReturnForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code nevada}. */
final class NevadaMethod implements Method {
    private static final Text MONTHS = new Text("months", "月");
    private static final String LIVES = "sales_month,lo,hi,wt";
    private static final String FIT =
            "mu_hat,sigma_hat,eta,beta,loglik,var_mu,cov_mu_logsigma,var_logsigma,S,sold_total,returns_total";
    private static final String FORECAST =
            "month,expected_returns_existing_fleet,lower,upper,prediction_lower,prediction_upper";

    @Override
    public About about() {
        return new About(
                "nevada",
                new Text(
                        "sales and returns by month: lives, fit and forecast of returns",
                        "按月的销量与退回：寿命、拟合与退回预测（Nevada 图）"),
                "sales_month,sold,ret_m1,…,ret_mS",
                new Text(
                        "S rows, oldest month first; ret_mR: units sold in the row's month that came back in month R; empty"
                                + " is 0.",
                        "共 S 行，最早的月份在前；ret_mR：该行月份售出、在第 R 月退回的台数；空为 0。"),
                "mle: " + FIT + "; lifedata: " + LIVES + "; forecast: " + FORECAST,
                List.of(
                        Parameter.choice(
                                "output", List.of("mle", "lifedata", "forecast"), new Text("what is given", "给出什么")),
                        MleMethod.DISTRIBUTION,
                        Parameter.whole("horizon", "6", MONTHS, new Text("months forecast", "预测的月数")),
                        Parameter.real(
                                "limit",
                                "Inf",
                                MONTHS,
                                new Text("warranty limit: older units do not come back", "保修期限：超过者不再退回")),
                        Lives.CONFIDENCE),
                new Text(
                        "sold in month s, returned in r: age in (r - s, r - s + 1]; not returned: suspended at S - s + 1."
                                + " forecast: sum over sales months of remaining (F(a + h) - F(a + h - 1)) / (1 - F(a));"
                                + " lower, upper: of the expectation (delta method); prediction_*: of the count to come.",
                        "s 月售出、r 月退回：寿命在 (r - s, r - s + 1]；未退回：在 S - s + 1 截尾。forecast：对各销售月求和 剩余台数 ×"
                                + " (F(a + h) - F(a + h - 1)) / (1 - F(a))；lower、upper：期望值的区间（delta 法）；prediction_*：将出现的"
                                + "台数的区间。"),
                "Meeker and Escobar, Statistical Methods for Reliability Data; the month of sale counts as the first.",
                About.Example.of("nevada.csv", "output=forecast"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        NevadaChart chart = chart(input);
        return switch (settings.text("output")) {
            case "lifedata" -> lives(chart, input);
            case "forecast" -> forecast(chart, settings);
            default -> fit(chart, settings);
        };
    }

    private static NevadaChart chart(Input input) {
        List<Long> sold = new ArrayList<>();
        List<List<Long>> returned = new ArrayList<>();
        input.eachRow(row -> {
            sold.add(input.count(row, "sold"));
            List<Long> months = new ArrayList<>();
            for (int month = 1; month <= input.size(); month++) {
                String column = "ret_m" + month;
                months.add(input.text(row, column).isEmpty() ? 0 : input.count(row, column));
            }
            returned.add(months);
        });
        if (input.has("ret_m" + (input.size() + 1))) {
            throw input.refused(
                    "it has " + input.size() + " months of sale and more months of returns; add a row for each");
        }
        return new NevadaChart(sold, returned);
    }

    private static Outcome lives(NevadaChart chart, Input input) {
        Outcome outcome = Outcome.of(LIVES);
        for (int sale = 1; sale <= chart.months(); sale++) {
            Object label = Outcome.label(input.text(sale - 1, "sales_month"));
            for (Observation life : chart.observations(sale)) {
                outcome.row(
                        label,
                        life.kind() == Observation.Kind.LEFT_CENSORED ? Double.NaN : life.lower(),
                        life.isFailure() ? life.upper() : Double.NaN,
                        life.weight());
            }
        }
        return outcome;
    }

    private static LifeFit fitted(NevadaChart chart, Settings settings) {
        LifeDistribution distribution =
                LifeDistribution.valueOf(settings.text("dist").toUpperCase(Locale.ROOT));
        return Lives.fit(distribution, chart.observations());
    }

    private static Outcome fit(NevadaChart chart, Settings settings) {
        LifeFit fit = fitted(chart, settings);
        boolean shaped = fit.distribution() != LifeDistribution.LOGNORMAL;
        boolean scaled = fit.distribution() != LifeDistribution.EXPONENTIAL;
        Outcome outcome = Outcome.of(FIT)
                .row(
                        fit.mu(),
                        fit.sigma(),
                        fit.scale().value(),
                        shaped ? fit.shape().value() : Double.NaN,
                        fit.logLikelihood(),
                        fit.covariance().mu(),
                        scaled ? fit.covariance().muLogSigma() : Double.NaN,
                        scaled ? fit.covariance().logSigma() : Double.NaN,
                        chart.months(),
                        chart.sold().stream().mapToLong(Long::longValue).sum(),
                        fit.failures());
        MleMethod.warn(fit, chart.observations(), outcome);
        return outcome;
    }

    private static Outcome forecast(NevadaChart chart, Settings settings) {
        LifeFit fit = fitted(chart, settings);
        Outcome outcome = Outcome.of(FORECAST);
        for (ReturnForecast.Period period : ReturnForecast.of(chart, fit, settings.real("limit"))
                .periods(settings.whole("horizon"), settings.real("conf"))) {
            outcome.row(
                    chart.months() + period.period(),
                    period.expected(),
                    period.interval().lower(),
                    period.interval().upper(),
                    period.prediction().lower(),
                    period.prediction().upper());
        }
        MleMethod.warn(fit, chart.observations(), outcome);
        return outcome;
    }
}
