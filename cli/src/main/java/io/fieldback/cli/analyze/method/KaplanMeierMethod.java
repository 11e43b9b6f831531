// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.life.ConfidenceType;
import io.fieldback.statistics.life.KaplanMeier;
import io.fieldback.statistics.life.SurvivalStep;
import java.util.List;

/** {@code km}. */
final class KaplanMeierMethod implements Method {
    private static final String OUTPUT =
            "time,n_risk,n_event,n_censor,surv,std_err_cumhaz_scale,lower,upper,cumhaz_nelson_aalen,std_chaz";

    @Override
    public About about() {
        return new About(
                "km",
                new Text(
                        "share surviving and hazard summed up, without a distribution",
                        "不设分布的存活率与累积风险（Kaplan–Meier、Nelson–Aalen）"),
                Lives.EXACT,
                Lives.EXACT_NOTE,
                OUTPUT,
                List.of(
                        Parameter.choice(
                                "conf_type",
                                List.of("log", "log-log", "plain"),
                                new Text("scale on which intervals are symmetric", "区间在何种尺度上对称")),
                        Lives.CONFIDENCE),
                new Text(
                        "surv = product of (1 - d/n); std_err_cumhaz_scale = sqrt(sum of d/(n(n-d))), the error of log surv"
                                + " (Greenwood); cumhaz_nelson_aalen = sum of d/n, std_chaz = sqrt(sum of d/n^2).",
                        "surv = (1 - d/n) 的连乘；std_err_cumhaz_scale = sqrt(d/(n(n-d)) 之和)，为 log surv 的标准误（Greenwood）；"
                                + "cumhaz_nelson_aalen = d/n 之和，std_chaz = sqrt(d/n^2 之和)。"),
                "Kaplan and Meier (1958), J. Am. Stat. Assoc. 53; Nelson (1972), Technometrics 14. Equals survfit of R's"
                        + " survival.",
                About.Example.of("lives.csv", "conf_type=log-log"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        ConfidenceType type = switch (settings.text("conf_type")) {
            case "plain" -> ConfidenceType.PLAIN;
            case "log-log" -> ConfidenceType.LOG_LOG;
            default -> ConfidenceType.LOG;
        };
        Outcome outcome = Outcome.of(OUTPUT);
        for (SurvivalStep step : KaplanMeier.steps(Lives.exact(input), type, settings.real("conf"))) {
            outcome.row(
                    step.age(),
                    step.atRisk(),
                    step.failures(),
                    step.suspensions(),
                    step.survival(),
                    step.logStandardError(),
                    step.interval().lower(),
                    step.interval().upper(),
                    step.cumulativeHazard(),
                    step.hazardStandardError());
        }
        return outcome;
    }
}
