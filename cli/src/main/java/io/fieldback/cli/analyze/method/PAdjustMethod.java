// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.MultipleTesting;
import java.util.List;

/** {@code p-adjust}. */
final class PAdjustMethod implements Method {
    private static final String OUTPUT = "p,BH,BY,holm,bonferroni";

    @Override
    public About about() {
        return new About(
                "p-adjust",
                new Text("p values adjusted for having looked often", "多次检验后校正的 p 值"),
                "p",
                new Text("NA was no look: it stays NA and is not counted.", "NA 不算一次检验：保持 NA，不计数。"),
                OUTPUT,
                List.of(),
                new Text(
                        "BH: min over j >= i of n p(j) / j (share of false findings); BY: the same times 1 + 1/2 + … + 1/n;"
                                + " holm: max over j <= i of (n - j + 1) p(j); bonferroni: n p (chance of any false"
                                + " finding).",
                        "BH：对 j >= i 取 n p(j) / j 的最小值（假发现的比例）；BY：再乘 1 + 1/2 + … + 1/n；holm：对 j <= i 取 (n - j + 1)"
                                + " p(j) 的最大值；bonferroni：n p（出现任一假发现的概率）。"),
                "Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001); Holm (1979). Equals p.adjust of R.",
                About.Example.of("p-values.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        double[] p = new double[input.size()];
        input.eachRow(row -> {
            p[row] = input.number(row, "p");
            if (p[row] < 0 || p[row] > 1) {
                throw input.refused(row, "p", "'" + input.text(row, "p") + "' does not lie between 0 and 1");
            }
        });
        double[] bh = MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p);
        double[] by = MultipleTesting.BENJAMINI_YEKUTIELI.adjusted(p);
        double[] holm = MultipleTesting.HOLM.adjusted(p);
        double[] bonferroni = MultipleTesting.BONFERRONI.adjusted(p);
        Outcome outcome = Outcome.of(OUTPUT);
        input.eachRow(row -> outcome.row(p[row], bh[row], by[row], holm[row], bonferroni[row]));
        return outcome;
    }
}
