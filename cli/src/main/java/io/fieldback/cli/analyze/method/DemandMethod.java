// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.demand.Croston;
import io.fieldback.statistics.demand.CrostonVariant;
import io.fieldback.statistics.demand.DemandForecast;
import io.fieldback.statistics.demand.IntermittentDemand;
import io.fieldback.statistics.demand.LeadTimeDemand;
import io.fieldback.statistics.demand.StartingValues;
import io.fieldback.statistics.demand.Tsb;
import java.util.List;
import java.util.Locale;

/** {@code demand}. */
final class DemandMethod implements Method {
    private static final String SERIES = "t,demand,in_sample_rate,forecast";
    private static final String FORECAST = "method,alpha_demand,alpha_interval,init,forecast,last_in_sample,"
            + "mean_interval,cv2,class,lead_time_demand,reorder_point,safety_stock";

    @Override
    public About about() {
        return new About(
                "demand",
                new Text(
                        "forecast of seldom demand for a part, and its reorder point",
                        "间歇需求备件的预测与再订货点（Croston、SBA、SBJ、TSB）"),
                "demand[,t]",
                new Text("demand of each period, 0 where nothing was asked for.", "每期的需求，没有则为 0。"),
                "series: " + SERIES + "; forecast: " + FORECAST,
                List.of(
                        Parameter.choice(
                                "output",
                                List.of("series", "forecast"),
                                new Text("by period, or one line with class and stock", "逐期，或一行（含类别与库存）")),
                        Parameter.choice(
                                "method", List.of("croston", "sba", "sbj", "tsb"), new Text("which method", "方法")),
                        Parameter.real(
                                "alpha_demand", "0.1", Parameter.SHARE, new Text("smoothing of sizes", "需求量的平滑系数")),
                        Parameter.real(
                                "alpha_interval",
                                "0.1",
                                Parameter.SHARE,
                                new Text(
                                        "smoothing of intervals; for tsb of the chance of a demand",
                                        "间隔的平滑系数；tsb 为需求概率的平滑系数")),
                        Parameter.choice(
                                "init",
                                List.of("mean", "naive"),
                                new Text("starting value of the interval: mean or first", "间隔的起始值：平均或首个")),
                        Parameter.flag(
                                "init.opt",
                                "TRUE",
                                new Text(
                                        "whether starting values are then optimised, as tsintermittent does by default",
                                        "起始值是否再优化（tsintermittent 默认如此）")),
                        Parameter.real(
                                "lead_time", "1", Parameter.PERIODS, new Text("until an order arrives", "订货到货的期数")),
                        Parameter.real(
                                "service_level",
                                "0.95",
                                Parameter.SHARE,
                                new Text("chance that no request waits during it", "到货前无需求等待的概率"))),
                new Text(
                        "sizes and intervals between demands are smoothed apart: rate = size / interval, sba times 1 - a/2, sbj"
                                + " times 1 - a/(2 - a); tsb: size times smoothed chance of a demand. reorder_point:"
                                + " quantile of the demand over the lead time (negative binomial, Poisson if no wider).",
                        "需求量与间隔分别平滑：率 = 量 / 间隔，sba 乘 1 - a/2，sbj 乘 1 - a/(2 - a)；tsb：量乘平滑后的需求概率。reorder_point："
                                + "到货期内需求（负二项；不过散时为泊松）的分位数。"),
                "Croston (1972); Syntetos and Boylan (2005); Shale et al. (2006); Teunter et al. (2011). Equals crost and"
                        + " tsb of R's tsintermittent.",
                About.Example.of("parts.csv", "method=sba", "output=forecast", "lead_time=4"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        double[] quantities = new double[input.size()];
        input.eachRow(row -> {
            quantities[row] = input.present(row, "demand");
            if (!(quantities[row] >= 0 && quantities[row] < Double.POSITIVE_INFINITY)) {
                throw input.refused(row, "demand", "'" + input.text(row, "demand") + "' is not a quantity from 0 on");
            }
        });
        IntermittentDemand demand = new IntermittentDemand(quantities);
        DemandForecast forecast = forecast(demand, settings);
        if (settings.text("output").equals("series")) {
            Outcome outcome = Outcome.of(SERIES);
            input.eachRow(row -> outcome.row(
                    input.has("t") ? Outcome.label(input.text(row, "t")) : row + 1,
                    quantities[row],
                    forecast.inSample()[row],
                    forecast.rate()));
            return outcome;
        }
        LeadTimeDemand lead =
                LeadTimeDemand.of(forecast.rate(), forecast.meanSquaredError(demand), settings.real("lead_time"), 0);
        double level = settings.real("service_level");
        return Outcome.of(FORECAST)
                .row(
                        settings.text("method"),
                        settings.real("alpha_demand"),
                        settings.real("alpha_interval"),
                        settings.text("init"),
                        forecast.rate(),
                        forecast.inSample()[demand.periods() - 1],
                        demand.meanInterval(),
                        demand.sizeVariation(),
                        demand.demandClass().name().toLowerCase(Locale.ROOT),
                        lead.mean(),
                        lead.reorderPoint(level),
                        lead.safetyStock(level));
    }

    private static DemandForecast forecast(IntermittentDemand demand, Settings settings) {
        double size = settings.real("alpha_demand");
        double interval = settings.real("alpha_interval");
        boolean optimised = settings.flag("init.opt");
        StartingValues start = settings.text("init").equals("mean")
                ? (optimised ? StartingValues.MEAN_OPTIMISED : StartingValues.MEAN)
                : (optimised ? StartingValues.NAIVE_OPTIMISED : StartingValues.NAIVE);
        String method = settings.text("method");
        return method.equals("tsb")
                ? new Tsb(size, interval, start).forecast(demand)
                : new Croston(CrostonVariant.valueOf(method.toUpperCase(Locale.ROOT)), size, interval, start)
                        .forecast(demand);
    }
}
