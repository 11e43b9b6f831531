// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.chart.ChartPoint;
import io.fieldback.statistics.chart.Limits;
import io.fieldback.statistics.chart.UChart;
import java.util.Arrays;
import java.util.List;

/** {@code laney-u}. */
final class LaneyUMethod implements Method {
    private static final String OUTPUT = "t,count,exposure,u,ubar,sigma_ui,z,sigma_z,u_lcl,u_ucl,laney_lcl,laney_ucl";

    @Override
    public About about() {
        return new About(
                "laney-u",
                new Text(
                        "rates by period with limits that allow for over-dispersion", "各期的率及考虑过离散的控制限（u 与 Laney u′ 图）"),
                "t,count,exposure",
                new Text("t may be any label of the period.", "t 可为任意的期名。"),
                OUTPUT,
                List.of(
                        Parameter.range(
                                "baseline",
                                new Text("which t the limits are frozen on; all if not given", "用哪些 t 冻结控制限；不给出则用全部")),
                        Parameter.real(
                                "k",
                                "3",
                                Text.NONE,
                                new Text("width of the limits, in standard deviations", "控制限宽度（标准差倍数）"))),
                new Text(
                        "u = count / exposure; ubar = sum of counts / sum of exposures; sigma_ui = sqrt(ubar / exposure);"
                                + " z = (u - ubar) / sigma_ui; sigma_z = mean |z - z before| / 1.128; limits ubar ± k"
                                + " sigma_ui (u) and ubar ± k sigma_ui sigma_z (Laney), not below 0.",
                        "u = count / exposure；ubar = 计数之和 / 暴露之和；sigma_ui = sqrt(ubar / exposure)；z = (u - ubar) /"
                                + " sigma_ui；sigma_z = |相邻 z 之差| 的平均 / 1.128；控制限 ubar ± k sigma_ui（u 图）与 ubar ± k"
                                + " sigma_ui sigma_z（Laney），不低于 0。"),
                "Laney (2002), Quality Engineering 14; Montgomery, Statistical Quality Control.",
                About.Example.of("rates-by-month.csv", "baseline=1:24"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        List<String> labels = input.texts("t");
        long[] counts = input.counts("count");
        double[] exposures = input.present("exposure");
        int from = index(labels, settings, settings.from("baseline"), 0);
        int to = index(labels, settings, settings.to("baseline"), counts.length - 1) + 1;
        if (to <= from) {
            throw settings.wrong("baseline", "it ends before it begins");
        }
        UChart plain = UChart.frozenOn(Arrays.copyOfRange(counts, from, to), Arrays.copyOfRange(exposures, from, to));
        UChart laney = UChart.laney(Arrays.copyOfRange(counts, from, to), Arrays.copyOfRange(exposures, from, to));
        double width = settings.real("k");
        Outcome outcome = Outcome.of(OUTPUT);
        input.eachRow(row -> {
            ChartPoint point = laney.point(counts[row], exposures[row], width);
            Limits limits = plain.limits(exposures[row], width);
            outcome.row(
                    Outcome.label(labels.get(row)),
                    counts[row],
                    exposures[row],
                    point.value(),
                    laney.centre(),
                    laney.sigma(exposures[row]),
                    point.standardised(),
                    laney.sigmaZ(),
                    limits.lower(),
                    limits.upper(),
                    point.limits().lower(),
                    point.limits().upper());
        });
        return outcome;
    }

    private static int index(List<String> labels, Settings settings, String label, int otherwise) {
        if (label.isEmpty()) {
            return otherwise;
        }
        int index = labels.indexOf(label);
        if (index < 0) {
            throw settings.wrong("baseline", "there is no t '" + label + "'");
        }
        return index;
    }
}
