// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.CountTransform;
import io.fieldback.statistics.detection.Cusum;
import io.fieldback.statistics.glm.Family;
import java.util.List;

/** {@code cusum}. */
final class CusumMethod implements Method {
    private static final String OUTPUT = "t,observed,m,cusum,upperbound,alarm";

    @Override
    public About about() {
        return new About(
                "cusum",
                new Text("small lasting shifts of counts, summed up until they show", "计数的小而持久的偏移，累积到可见为止"),
                "t,observed",
                Periods.NOTE,
                OUTPUT,
                List.of(
                        Parameter.choice(
                                "trans",
                                List.of("standard", "rossi", "anscombe", "anscombe2nd", "pearsonNegBin", "none"),
                                new Text("how a count is standardised", "计数的标准化方法")),
                        Parameter.real(
                                "k",
                                "1.04",
                                Text.NONE,
                                new Text("reference value, taken off each score", "参考值，从每期得分中减去")),
                        Parameter.real("h", "2.26", Text.NONE, new Text("limit of the sum", "累积和的控制限")),
                        InControl.parameter("m", "mean"),
                        InControl.HARMONICS,
                        InControl.TREND,
                        Parameter.real(
                                "alpha",
                                "0.1",
                                Text.NONE,
                                new Text(
                                        "dispersion: variance m + alpha m^2, for pearsonNegBin",
                                        "离散度：方差 m + alpha m^2，用于 pearsonNegBin")),
                        Parameter.flag(
                                "reset", "FALSE", new Text("whether the sum begins at 0 after an alarm", "报警后累积和是否归零")),
                        Span.RANGE,
                        Periods.FREQ),
                new Text(
                        "S = max(0, S + score - k), alarm where S >= h; upperbound is the least count that would alarm;"
                                + " score of standard: (x - m) / sqrt(m), rossi: (x - 3m + 2 sqrt(x m)) / (2 sqrt(m)).",
                        "S = max(0, S + 得分 - k)，S >= h 时报警；upperbound 为会报警的最小计数；standard 的得分：(x - m) / sqrt(m)，"
                                + "rossi：(x - 3m + 2 sqrt(x m)) / (2 sqrt(m))。"),
                "Rossi et al. (1999), Stat. Med. 18; Lucas (1985), Technometrics 27. Equals algo.cusum of R's"
                        + " surveillance.",
                About.Example.of("series.csv", "trans=rossi", "m=glm", "k=1", "h=3", "range=405:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Series series = Series.periodic(input, settings.whole("freq"));
        Span judged = series.judged(settings, 1, series.afterTraining());
        double[] means = InControl.means(series, settings, "m", new Family.Poisson(), judged);
        Cusum cusum = new Cusum(
                transform(settings.text("trans")),
                settings.real("k"),
                settings.real("h"),
                settings.real("alpha"),
                settings.flag("reset") ? Cusum.AfterAlarm.RESET : Cusum.AfterAlarm.CONTINUE);
        Outcome outcome = Outcome.of(OUTPUT);
        for (Cusum.Point point : cusum.of(series.counts().counts(), judged.from(), means)) {
            outcome.row(
                    series.t(point.position()),
                    point.observed(),
                    point.mean(),
                    point.statistic(),
                    point.upperBound(),
                    point.alarm());
        }
        return outcome;
    }

    private static CountTransform transform(String name) {
        return switch (name) {
            case "rossi" -> CountTransform.ROSSI;
            case "anscombe" -> CountTransform.ANSCOMBE;
            case "anscombe2nd" -> CountTransform.ANSCOMBE_SECOND_ORDER;
            case "pearsonNegBin" -> CountTransform.PEARSON_NEGATIVE_BINOMIAL;
            case "none" -> CountTransform.NONE;
            default -> CountTransform.STANDARD;
        };
    }
}
