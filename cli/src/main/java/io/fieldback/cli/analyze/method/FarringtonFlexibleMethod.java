// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.FarringtonFlexible;
import io.fieldback.statistics.detection.FarringtonOptions;
import io.fieldback.statistics.detection.FarringtonPoint;
import io.fieldback.statistics.detection.PowerTransform;
import io.fieldback.statistics.detection.ThresholdMethod;
import java.util.List;

/** {@code farrington-flexible}. */
final class FarringtonFlexibleMethod implements Method {
    private static final String OUTPUT =
            "t,observed,population,expected,upperbound,alarm,score,pvalue,phi,mu0,trend_included,trend_coef";

    static final Parameter B = Parameter.whole("b", "5", Parameter.YEARS, new Text("years of baseline", "基线年数"));
    static final Parameter W = Parameter.whole(
            "w", "3", Parameter.PERIODS, new Text("periods either side of the same season", "同季节前后各取的期数"));
    static final Parameter TREND =
            Parameter.flag("trend", "TRUE", new Text("whether a trend may be fitted", "是否可拟合趋势"));
    static final Parameter LIMIT_CASES = Parameter.whole(
            "limit54_cases",
            "5",
            Parameter.CASES,
            new Text("an alarm needs as many in the last periods; 0 for no limit", "报警要求最近若干期内至少有这么多例；0 为不限"));
    static final Parameter LIMIT_WEEKS = Parameter.whole(
            "limit54_weeks", "4", Parameter.PERIODS, new Text("how many periods that are", "上述最近若干期的期数"));
    static final Parameter POWER = Parameter.choice(
            "powertrans", List.of("2/3", "1/2", "none"), new Text("power transform of counts", "计数的幂变换"));

    @Override
    public About about() {
        return new About(
                "farrington-flexible",
                new Text(
                        "alarms for weekly counts: season, trend and past outbreaks taken into account",
                        "周计数报警：考虑季节、趋势和以往的爆发"),
                Series.COLUMNS,
                Periods.DATED_NOTE,
                OUTPUT,
                List.of(
                        B,
                        W,
                        Parameter.flag("reweight", "TRUE", new Text("whether past outbreaks count less", "以往的爆发是否降权")),
                        Parameter.real(
                                "weightsThreshold",
                                "2.58",
                                Text.NONE,
                                new Text("Anscombe residual above which they do", "超过此 Anscombe 残差则降权")),
                        Parameter.real(
                                "alpha",
                                "0.05",
                                Parameter.SHARE,
                                new Text("chance of a count above the bound, one-sided", "计数超过上界的概率（单侧）")),
                        TREND,
                        Parameter.real(
                                "pThresholdTrend",
                                "0.05",
                                Parameter.SHARE,
                                new Text("a trend stays if its p is below; 1 keeps any", "趋势的 p 值低于此则保留；1 为总是保留")),
                        LIMIT_CASES,
                        LIMIT_WEEKS,
                        POWER,
                        Parameter.flag(
                                "populationOffset",
                                "FALSE",
                                new Text("whether means are in proportion to population", "均值是否与 population 成正比")),
                        Parameter.whole(
                                "noPeriods",
                                "1",
                                Text.NONE,
                                new Text(
                                        "season levels in a year; 1: the window only, 10: Noufaily",
                                        "一年的季节段数；1：仅用窗口，10：Noufaily")),
                        Parameter.whole(
                                "pastWeeksNotIncluded",
                                "",
                                Parameter.PERIODS,
                                new Text(
                                        "newest periods kept out, w if not given; 26: Noufaily",
                                        "不计入基线的最近期数，默认为 w；26：Noufaily")),
                        Parameter.choice(
                                "thresholdMethod",
                                List.of("delta", "nbPlugin", "muan"),
                                new Text("how the upper bound is computed", "上界的算法")),
                        Span.RANGE,
                        Periods.FREQ),
                new Text(
                        "log mu = season level + trend; quasi-Poisson with dispersion phi >= 1, refitted with weights"
                                + " (threshold / residual)^2; upperbound = 1 - alpha quantile of the transformed normal"
                                + " (delta) or of the negative binomial with variance phi mu (nbPlugin, muan); score ="
                                + " (observed - mu) / (upperbound - mu); alarm if observed > upperbound.",
                        "log mu = 季节水平 + 趋势；准泊松，离散度 phi >= 1，以 (阈值/残差)^2 为权重重新拟合；upperbound 为变换后正态"
                                + "（delta）或方差为 phi mu 的负二项（nbPlugin、muan）的 1 - alpha 分位数；score = (observed - mu) /"
                                + " (upperbound - mu)；observed > upperbound 时报警。"),
                "Farrington et al. (1996), J. R. Stat. Soc. A 159; Noufaily et al. (2013), Stat. Med. 32. Equals"
                        + " farringtonFlexible of R's surveillance.",
                About.Example.of(
                        "series.csv",
                        "b=4",
                        "noPeriods=10",
                        "pastWeeksNotIncluded=26",
                        "thresholdMethod=nbPlugin",
                        "pThresholdTrend=1",
                        "alpha=0.005",
                        "range=409:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        FarringtonFlexible detector = new FarringtonFlexible(options(settings));
        int frequency = settings.whole("freq");
        Series series = Series.dated(input, frequency);
        int years = detector.options().years();
        int earliest = earliest(series, years);
        int usual = Math.max(earliest, years * frequency + detector.options().halfWindow());
        Span judged = series.judged(settings, earliest, usual);
        Outcome outcome = Outcome.of(OUTPUT);
        for (int now = judged.from(); now <= judged.to(); now++) {
            FarringtonPoint point = detector.at(series.counts(), now);
            outcome.row(
                    series.t(now),
                    point.observed(),
                    series.counts().exposure()[now],
                    point.expected(),
                    point.upperBound(),
                    point.isFitted() ? point.alarm() : null,
                    point.score(),
                    point.chance(),
                    point.phi(),
                    point.mu0(),
                    point.isFitted() ? point.hasTrend() : null,
                    point.slope());
        }
        return outcome;
    }

    /** The first position whose same season so many years before lies in the series. */
    static int earliest(Series series, int years) {
        int now = 0;
        while (now < series.length() && series.counts().axis().yearsBefore(now, years) < 0) {
            now++;
        }
        return now;
    }

    static PowerTransform transform(Settings settings) {
        return switch (settings.text("powertrans")) {
            case "none" -> PowerTransform.NONE;
            case "1/2" -> PowerTransform.SQUARE_ROOT;
            default -> PowerTransform.TWO_THIRDS;
        };
    }

    private static FarringtonOptions options(Settings settings) {
        return new FarringtonOptions(
                settings.whole("b"),
                settings.whole("w"),
                settings.flag("reweight"),
                settings.real("weightsThreshold"),
                settings.real("alpha"),
                settings.flag("trend"),
                settings.real("pThresholdTrend"),
                settings.whole("limit54_cases"),
                settings.whole("limit54_weeks"),
                transform(settings),
                settings.flag("populationOffset"),
                settings.whole("noPeriods"),
                settings.has("pastWeeksNotIncluded") ? settings.whole("pastWeeksNotIncluded") : settings.whole("w"),
                switch (settings.text("thresholdMethod")) {
                    case "nbPlugin" -> ThresholdMethod.NB_PLUGIN;
                    case "muan" -> ThresholdMethod.MUAN;
                    default -> ThresholdMethod.DELTA;
                });
    }
}
