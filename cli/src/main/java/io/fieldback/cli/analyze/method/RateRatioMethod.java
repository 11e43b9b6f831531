// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.interval.RateRatio;
import java.util.List;

/** {@code rate-ratio}. */
final class RateRatioMethod implements Method {
    private static final String OUTPUT = "x1,t1,x2,t2,rate_ratio,lo95,hi95,p_two_sided,p_greater";

    @Override
    public About about() {
        return new About(
                "rate-ratio",
                new Text("one rate over another, exact", "两个率之比（精确）"),
                "x1,t1,x2,t2",
                new Text("x1 events over exposure t1 against x2 over t2.", "暴露 t1 内 x1 例，对比暴露 t2 内 x2 例。"),
                OUTPUT,
                List.of(),
                new Text(
                        "rate_ratio = (x1/t1) / (x2/t2); given x1 + x2, x1 is binomial: lo95, hi95 from Clopper and Pearson's"
                                + " interval; p_greater = chance of x1 or more if both rates were equal; p_two_sided: of a"
                                + " count at most as likely.",
                        "rate_ratio = (x1/t1) / (x2/t2)；给定 x1 + x2 时 x1 为二项分布：lo95、hi95 由 Clopper–Pearson 区间得出；p_greater"
                                + " = 两率相等时不少于 x1 的概率；p_two_sided：可能性不大于此的计数的概率。"),
                "Przyborowski and Wilenski (1940), Biometrika 31. Equals two-sample poisson.test of R.",
                About.Example.of("rate-pairs.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Outcome outcome = Outcome.of(OUTPUT);
        input.eachRow(row -> {
            RateRatio ratio = new RateRatio(
                    new PoissonRate(input.count(row, "x1"), input.present(row, "t1")),
                    new PoissonRate(input.count(row, "x2"), input.present(row, "t2")));
            Interval interval = ratio.interval(Interval.DEFAULT_CONFIDENCE);
            outcome.row(
                    ratio.first().events(),
                    ratio.first().exposure(),
                    ratio.second().events(),
                    ratio.second().exposure(),
                    ratio.value(),
                    interval.lower(),
                    interval.upper(),
                    ratio.chanceOfDifference(),
                    ratio.chanceOfGreater());
        });
        return outcome;
    }
}
