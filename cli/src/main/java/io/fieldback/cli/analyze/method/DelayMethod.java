// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.delay.LognormalDelay;
import java.util.List;

/** {@code delay}. */
final class DelayMethod implements Method {
    private static final String OUTPUT = "delay,n,meanlog,sdlog_mle,sdlog_n1,median,q90";

    @Override
    public About about() {
        return new About(
                "delay",
                new Text("how long it takes from one day to another: a lognormal fit", "从一个日期到另一个日期要多久：对数正态拟合"),
                "start,end[,start,end…]",
                new Text(
                        "columns two by two, whatever they are called, or those of from and to; numbers or days"
                                + " (2026-01-31); rows where one is empty are left out.",
                        "列两两成对，列名任意，或用 from、to 指定；数字或日期（2026-01-31）；有空格的行不计。"),
                OUTPUT,
                List.of(
                        Parameter.free("from", "", Text.NONE, new Text("column of the start", "起始列")),
                        Parameter.free("to", "", Text.NONE, new Text("column of the end", "结束列"))),
                new Text(
                        "meanlog, sdlog_mle: mean and standard deviation (divided by n) of log (end - start) over delays above"
                                + " 0, n of them; sdlog_n1: divided by n - 1; median, q90: of the fit, in days. Delays"
                                + " still running are not among them: recent starts look short, see nowcast.",
                        "meanlog、sdlog_mle：大于 0 的 n 个延迟 log（结束 - 起始）的平均与标准差（除以 n）；sdlog_n1：除以 n - 1；median、q90："
                                + "拟合的中位数与 90 % 分位数（天）。尚未结束的延迟不在其中：近期起始的显得短，见 nowcast。"),
                "dist_delay of R's weibulltools, its deviation apart.",
                About.Example.of("dates.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Outcome outcome = Outcome.of(OUTPUT);
        if (settings.has("from") || settings.has("to")) {
            if (!settings.has("from") || !settings.has("to")) {
                throw settings.wrong(settings.has("from") ? "to" : "from", "from and to belong together");
            }
            add(input, settings.text("from"), settings.text("to"), outcome);
            return outcome;
        }
        List<String> columns = input.columns();
        if (columns.size() < 2) {
            throw input.refused("it needs a column of starts and one of ends; there is " + String.join(", ", columns));
        }
        for (int i = 0; i + 1 < columns.size(); i += 2) {
            add(input, columns.get(i), columns.get(i + 1), outcome);
        }
        if (columns.size() % 2 == 1) {
            String last = columns.get(columns.size() - 1);
            outcome.note("Column " + last + " has no partner and is left out.", "列 " + last + " 没有配对，未使用。");
        }
        return outcome;
    }

    private static void add(Input input, String from, String to, Outcome outcome) {
        double[] delays = new double[input.size()];
        input.eachRow(row -> delays[row] = day(input, row, to) - day(input, row, from));
        LognormalDelay delay = LognormalDelay.of(delays);
        outcome.row(
                from + "_to_" + to,
                delay.used(),
                delay.meanLog(),
                delay.deviationLog(),
                delay.sampleDeviationLog(),
                delay.quantile(0.5),
                delay.quantile(0.9));
    }

    private static double day(Input input, int row, String column) {
        String text = input.text(row, column);
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? input.day(row, column).toEpochDay() : input.number(row, column);
    }
}
