// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.Share;
import java.util.List;

/** {@code proportion}. */
final class ProportionMethod implements Method {
    private static final String OUTPUT =
            "x,n,conf,p,wilson_lo,wilson_hi,wilson_cc_lo,wilson_cc_hi,clopper_pearson_lo,clopper_pearson_hi";

    @Override
    public About about() {
        return new About(
                "proportion",
                new Text(
                        "shares with the intervals of Wilson and of Clopper and Pearson",
                        "占比及 Wilson、Clopper–Pearson 区间"),
                "x,n[,conf]",
                Text.NONE,
                OUTPUT,
                List.of(Lives.CONFIDENCE),
                new Text(
                        "p = x / n; wilson: score interval, _cc with continuity correction; clopper_pearson: exact, beta"
                                + " quantiles with (x, n - x + 1) and (x + 1, n - x).",
                        "p = x / n；wilson：得分区间，_cc 带连续性校正；clopper_pearson：精确区间，参数为 (x, n - x + 1) 与 (x + 1, n - x)"
                                + " 的贝塔分位数。"),
                "Wilson (1927), J. Am. Stat. Assoc. 22; Clopper and Pearson (1934), Biometrika 26. Equals prop.test and"
                        + " binom.test of R.",
                About.Example.of("shares.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Outcome outcome = Outcome.of(OUTPUT);
        input.eachRow(row -> {
            double confidence = GarwoodMethod.confidence(input, settings, row);
            Share share = new Share(input.count(row, "x"), input.count(row, "n"));
            Interval wilson = share.interval(confidence);
            Interval corrected = share.correctedInterval(confidence);
            Interval exact = share.exactInterval(confidence);
            outcome.row(
                    share.part(),
                    share.whole(),
                    confidence,
                    share.value(),
                    wilson.lower(),
                    wilson.upper(),
                    corrected.lower(),
                    corrected.upper(),
                    exact.lower(),
                    exact.upper());
        });
        return outcome;
    }
}
