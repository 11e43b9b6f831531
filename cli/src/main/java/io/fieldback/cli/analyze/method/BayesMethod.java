// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.Bayes;
import java.util.List;

/** {@code bayes}. */
final class BayesMethod implements Method {
    private static final String OUTPUT = "t,observed,upperbound,alarm";

    @Override
    public About about() {
        return new About(
                "bayes",
                new Text("counts against a predictive quantile of a few reference periods", "与少数参考期的预测分位数比较"),
                "t,observed",
                Periods.NOTE,
                OUTPUT,
                List.of(
                        Parameter.whole(
                                "b", "0", Parameter.YEARS, new Text("earlier years in the reference", "参考期包含的往年数")),
                        Parameter.whole(
                                "w",
                                "6",
                                Parameter.PERIODS,
                                new Text(
                                        "periods either side of the same season, and newest ones", "同季节前后的期数，以及最近的期数")),
                        Parameter.flag("actY", "TRUE", new Text("whether the newest periods are in it", "是否包含最近的期")),
                        Parameter.real(
                                "alpha",
                                "0.05",
                                Parameter.SHARE,
                                new Text("chance of exceeding the bound, one-sided", "超过上界的概率（单侧）")),
                        Span.RANGE,
                        Periods.FREQ),
                new Text(
                        "upperbound = 1 - alpha quantile of the negative binomial with size (sum of the n reference counts"
                                + " + 1/2) and probability n / (n + 1).",
                        "upperbound = 负二项分布的 1 - alpha 分位数，size 为 n 个参考计数之和 + 1/2，概率为 n / (n + 1)。"),
                "Riebler (2004), after Jeffreys. Equals algo.bayes of R's surveillance.",
                About.Example.of("series.csv", "b=1", "alpha=0.01", "range=409:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        int frequency = settings.whole("freq");
        Series series = Series.periodic(input, frequency);
        Bayes bayes =
                new Bayes(settings.whole("b"), settings.whole("w"), settings.flag("actY"), settings.real("alpha"));
        int earliest = bayes.years() * frequency + bayes.halfWindow();
        Span judged = series.judged(settings, earliest, earliest);
        Outcome outcome = Outcome.of(OUTPUT);
        for (int now = judged.from(); now <= judged.to(); now++) {
            Bayes.Point point = bayes.at(series.counts(), now);
            outcome.row(series.t(now), point.observed(), point.upperBound(), point.alarm());
        }
        return outcome;
    }
}
