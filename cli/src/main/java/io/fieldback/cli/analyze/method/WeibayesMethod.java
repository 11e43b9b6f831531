// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.life.Observation;
import io.fieldback.statistics.life.Weibayes;
import java.util.List;

/** {@code weibayes}. */
final class WeibayesMethod implements Method {
    private static final String OUTPUT = "n,failures,beta,eta,eta_lower,lower,upper";

    @Override
    public About about() {
        return new About(
                "weibayes",
                new Text("Weibull scale of known shape, for few failures or none", "形状已知时的威布尔尺度，适用于失效很少或没有"),
                Lives.EXACT,
                Lives.EXACT_NOTE,
                OUTPUT,
                List.of(
                        Parameter.real(
                                "beta",
                                "",
                                Text.NONE,
                                new Text("shape, known from like parts; must be given", "由同类件已知的形状，必须给出")),
                        Lives.CONFIDENCE),
                new Text(
                        "eta = (sum of t^beta / max(1, failures))^(1/beta); eta_lower: one-sided bound, (2 sum of t^beta /"
                                + " chi-squared(conf, 2 failures + 2))^(1/beta); lower, upper: two-sided. All of it hangs"
                                + " on the assumed shape; try its neighbours.",
                        "eta = (t^beta 之和 / max(1, 失效数))^(1/beta)；eta_lower：单侧下限，(2 × t^beta 之和 / 卡方(conf, 2 失效数 +"
                                + " 2))^(1/beta)；lower、upper：双侧。结果全取决于所设形状，请试相邻的值。"),
                "Abernethy, The New Weibull Handbook.",
                About.Example.of("lives-without-failure.csv", "beta=2"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        if (!settings.has("beta")) {
            throw settings.wrong("beta", "it must be given");
        }
        List<Observation> lives = Lives.exact(input);
        Weibayes fit = Weibayes.fit(settings.real("beta"), lives);
        Interval interval = fit.scaleInterval(settings.real("conf"));
        return Outcome.of(OUTPUT)
                .row(
                        lives.stream().mapToDouble(Observation::weight).sum(),
                        fit.failures(),
                        fit.shape(),
                        fit.scale(),
                        fit.lowerScale(settings.real("conf")),
                        interval.lower(),
                        interval.upper());
    }
}
