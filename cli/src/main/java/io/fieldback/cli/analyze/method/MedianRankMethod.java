// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.life.RankRegression;
import java.util.List;

/** {@code median-rank}. */
final class MedianRankMethod implements Method {
    private static final String OUTPUT = "eta,beta,r2";

    @Override
    public About about() {
        return new About(
                "median-rank",
                new Text("Weibull line through the median ranks of the failures", "过失效中位秩的威布尔直线"),
                Lives.EXACT,
                Lives.EXACT_NOTE,
                OUTPUT,
                List.of(),
                new Text(
                        "log age regressed on log(-log(1 - rank)), X on Y; exact median ranks of Johnson's adjusted ranks."
                                + " eta: age by which 63.2 % have failed; beta: slope; r2: of the line.",
                        "以 log 寿命对 log(-log(1 - 秩)) 回归（X 对 Y）；Johnson 调整秩的精确中位秩。eta：63.2 % 失效时的寿命；beta：斜率；r2："
                                + "直线的拟合优度。"),
                "Abernethy, The New Weibull Handbook. Equals MRRw2p of R's WeibullR.",
                About.Example.of("lives.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        RankRegression line = RankRegression.fit(Lives.exact(input));
        return Outcome.of(OUTPUT).row(line.scale(), line.shape(), line.rSquared());
    }
}
