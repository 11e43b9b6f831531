// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.delay.LawlessNowcast;
import io.fieldback.statistics.delay.LawlessNowcast.Variance;
import io.fieldback.statistics.delay.ReportingTriangle;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nowcast}. */
final class NowcastMethod implements Method {
    private static final String OUTPUT = "event,observed_so_far,nowcast_lawless,pi_lo,pi_hi";

    @Override
    public About about() {
        return new About(
                "nowcast",
                new Text("how many events of recent days there will be once all are reported", "近日的事件待全部报告后会有多少"),
                "event,report",
                new Text("a row for each event: its day and the day of its report.", "每个事件一行：发生日与报告日。"),
                "nowcast: " + OUTPUT + "; triangle: event,delay0,…,delayD",
                List.of(
                        Parameter.choice("output", List.of("nowcast", "triangle"), new Text("what is given", "给出什么")),
                        Parameter.free(
                                "now",
                                "",
                                Text.same("YYYY-MM-DD"),
                                new Text("last day known; the latest report if not given", "已知的最后一天；默认为最晚的报告日")),
                        Parameter.whole(
                                "D",
                                "15",
                                new Text("days", "天"),
                                new Text("longest delay; longer ones count as this", "最长延迟；更长者按此计")),
                        Parameter.range(
                                "when",
                                new Text(
                                        "which days are given; those not fully reported by now, if not",
                                        "给出哪些日；默认为尚未报全的各日")),
                        Parameter.choice("method", List.of("lawless"), new Text("which method", "方法")),
                        Parameter.real(
                                "alpha",
                                "0.05",
                                Parameter.SHARE,
                                new Text("chance outside pi_lo to pi_hi", "落在 pi_lo 至 pi_hi 之外的概率")),
                        Parameter.choice(
                                "variance",
                                List.of("chance", "delays"),
                                new Text(
                                        "chance alone, as R computes it; delays: also that delays are estimated",
                                        "仅偶然（R 的算法）；delays：并计延迟分布为估计"))),
                new Text(
                        "g(x) = reports at delay x / reports at delays up to x; share reported W = product of (1 - g(x)) over"
                                + " delays yet to come; nowcast = median of a normal with mean n/W, variance n (1 - W) / W^2,"
                                + " cut off below n.",
                        "g(x) = 延迟 x 的报告数 / 延迟不超过 x 的报告数；已报告比例 W = 对未到的延迟连乘 (1 - g(x))；nowcast = 均值 n/W、方差 n (1"
                                + " - W) / W^2、在 n 处截断的正态的中位数。"),
                "Lawless (1994), Can. J. Stat. 22. Equals nowcast(method=\"lawless\") of R's surveillance.",
                About.Example.of("reports.csv", "D=10"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        int[] events = days(input, "event");
        int[] reports = days(input, "report");
        int first = Arrays.stream(events).min().orElseThrow();
        int now = settings.has("now")
                ? day(settings, "now", settings.text("now"))
                : Arrays.stream(reports).max().orElseThrow();
        ReportingTriangle triangle = ReportingTriangle.of(events, reports, first, now, settings.whole("D"));
        if (settings.text("output").equals("triangle")) {
            return triangle(triangle, first);
        }
        String from = settings.from("when");
        String to = settings.to("when");
        int begin = from.isEmpty() ? now - triangle.longest() + 1 : day(settings, "when", from);
        int end = to.isEmpty() ? now : day(settings, "when", to);
        if (begin < first || end > now) {
            throw settings.wrong(
                    "when", "days go from " + LocalDate.ofEpochDay(first) + " to " + LocalDate.ofEpochDay(now));
        }
        Variance variance = settings.text("variance").equals("delays") ? Variance.WITH_DELAYS : Variance.CHANCE_ONLY;
        Outcome outcome = Outcome.of(OUTPUT);
        for (LawlessNowcast.Estimate estimate : new LawlessNowcast(settings.real("alpha"), variance).of(triangle)) {
            int day = first + estimate.day();
            if (begin <= day && day <= end) {
                outcome.row(
                        LocalDate.ofEpochDay(day),
                        estimate.reported(),
                        estimate.median(),
                        estimate.lower(),
                        estimate.upper());
            }
        }
        return outcome;
    }

    private static Outcome triangle(ReportingTriangle triangle, int first) {
        StringBuilder columns = new StringBuilder("event");
        for (int delay = 0; delay <= triangle.longest(); delay++) {
            columns.append(",delay").append(delay);
        }
        Outcome outcome = Outcome.of(columns.toString());
        for (int t = 0; t < triangle.days(); t++) {
            @Nullable Object[] row = new @Nullable Object[triangle.longest() + 2];
            row[0] = LocalDate.ofEpochDay(first + t);
            for (int delay = 0; delay < triangle.counts()[t].length; delay++) {
                row[delay + 1] = triangle.counts()[t][delay];
            }
            outcome.row(row);
        }
        return outcome;
    }

    private static int[] days(Input input, String column) {
        int[] days = new int[input.size()];
        input.eachRow(row -> days[row] = Math.toIntExact(input.day(row, column).toEpochDay()));
        return days;
    }

    private static int day(Settings settings, String name, String text) {
        try {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException e) {
            throw settings.wrong(name, "'" + text + "' is not a day such as 2026-01-31");
        }
    }
}
