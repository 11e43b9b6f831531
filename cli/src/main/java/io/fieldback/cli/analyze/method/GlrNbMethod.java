// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.LikelihoodRatioChart;
import io.fieldback.statistics.detection.LikelihoodRatioChart.Direction;
import io.fieldback.statistics.glm.Family;
import java.util.List;
import java.util.OptionalDouble;

/** {@code glr-nb}. */
final class GlrNbMethod implements Method {
    private static final String OUTPUT = "t,observed,mu0,stat,alarm";

    @Override
    public About about() {
        return new About(
                "glr-nb",
                new Text("since when counts run at another level, by likelihood ratios", "计数从何时起换了水平（似然比控制图）"),
                "t,observed",
                Periods.NOTE,
                OUTPUT,
                List.of(
                        Parameter.real("c.ARL", "5", Text.NONE, new Text("limit of the statistic", "统计量的控制限")),
                        Parameter.real(
                                "alpha",
                                "0",
                                Text.NONE,
                                new Text(
                                        "dispersion: variance mu + alpha mu^2; 0 for Poisson",
                                        "离散度：方差 mu + alpha mu^2；0 为泊松")),
                        Parameter.free(
                                "theta",
                                "NULL",
                                Text.same("NUMBER|NULL"),
                                new Text(
                                        "log of the factor to be found; NULL looks for any (GLR)",
                                        "要发现的倍数的对数；NULL 为任意（GLR）")),
                        Parameter.whole(
                                "M",
                                "-1",
                                Parameter.PERIODS,
                                new Text("how far back a change may have begun; -1: any", "变化最早可在多少期前开始；-1 为不限")),
                        Parameter.whole(
                                "Mtilde",
                                "1",
                                Parameter.PERIODS,
                                new Text("least periods since the change", "变化后至少的期数")),
                        Parameter.choice("dir", List.of("inc", "dec"), new Text("which way", "变化的方向")),
                        InControl.parameter("mu0", "glm"),
                        InControl.HARMONICS,
                        InControl.TREND,
                        Parameter.choice(
                                "ret",
                                List.of("value"),
                                new Text("what stat is: the statistic itself", "stat 的内容：统计量本身")),
                        Span.RANGE,
                        Periods.FREQ),
                new Text(
                        "stat = max over starts of the change (and, without theta, over factors e^kappa) of log likelihood"
                                + " at mu0 e^kappa less that at mu0; begins anew after an alarm.",
                        "stat = 对变化起点（无 theta 时再对倍数 e^kappa）取最大的对数似然之差：mu0 e^kappa 与 mu0；报警后重新开始。"),
                "Höhle and Paul (2008), Comput. Stat. Data Anal. 52. Equals algo.glrnb of R's surveillance.",
                About.Example.of("series.csv", "alpha=0.2", "range=405:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Series series = Series.periodic(input, settings.whole("freq"));
        Span judged = series.judged(settings, 1, series.afterTraining());
        double alpha = settings.real("alpha");
        LikelihoodRatioChart chart = new LikelihoodRatioChart(
                settings.real("c.ARL"),
                alpha,
                kappa(settings),
                settings.text("dir").equals("inc") ? Direction.INCREASE : Direction.DECREASE,
                settings.whole("M"),
                settings.whole("Mtilde"));
        Family family = alpha == 0 ? new Family.Poisson() : new Family.NegativeBinomial(1 / alpha);
        double[] means = InControl.means(series, settings, "mu0", family, judged);
        Outcome outcome = Outcome.of(OUTPUT);
        for (LikelihoodRatioChart.Point point : chart.of(series.counts().counts(), judged.from(), means)) {
            outcome.row(series.t(point.position()), point.observed(), point.mean(), point.statistic(), point.alarm());
        }
        return outcome;
    }

    /** The factor to be found; R's table of calls writes NULL(GLR). */
    private static OptionalDouble kappa(Settings settings) {
        String theta = settings.text("theta");
        if (theta.startsWith("NULL")) {
            return OptionalDouble.empty();
        }
        if (!theta.matches("\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw settings.wrong("theta", "it must be a number above 0 or NULL");
        }
        return OptionalDouble.of(Double.parseDouble(theta));
    }
}
