// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.MONTH;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many failures there are in each month, and since when there are more or fewer. */
public final class FaultTrend {
    /** The name on the command line. */
    public static final String NAME = "fault-trend";

    private FaultTrend() {}

    /** The answer. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Month> months = Month.of(asking.rows("fault_trend"));
        boolean exposed = asking.exposure().level() >= 1;
        List<Finding> findings = findings(asking, months, exposed);
        List<Block> blocks = new ArrayList<>();
        if (findings.size() > 1) {
            blocks.add(new Block.Findings(findings.subList(1, findings.size())));
        }
        blocks.add(chart(asking, months));
        if (exposed) {
            blocks.add(rateChart(asking, months));
        }
        blocks.add(table(asking, months, exposed));
        return asking.report(
                NAME,
                findings.get(0).sentence(),
                List.of(Asking.only(blocks)),
                asking.say(exposed ? "counted.fault-trend" : "counted.fault-trend.e0"));
    }

    /** What the months say: the last complete one, the month of change, what is not complete. At least one. */
    static List<Finding> findings(Asking asking, List<Month> months, boolean exposed) {
        List<Finding> findings = new ArrayList<>();
        Trend.of(months, exposed)
                .ifPresentOrElse(
                        trend -> {
                            findings.add(last(asking, trend, exposed));
                            trend.change()
                                    .ifPresent(since -> findings.add(new Finding(
                                            State.WATCH,
                                            "",
                                            asking.say(
                                                    exposed ? "trend.change.rate" : "trend.change.count",
                                                    asking.figures().month(since),
                                                    asking.figures().number(trend.ratio())))));
                        },
                        () -> findings.add(Finding.plain(asking.say(
                                "trend.short",
                                months.stream().mapToLong(Month::failures).sum(),
                                months.size()))));
        List<String> unfinished = months.stream()
                .filter(month -> !month.complete())
                .map(month -> asking.figures().month(month.month()))
                .toList();
        if (!unfinished.isEmpty()) {
            findings.add(
                    Finding.plain(asking.say("trend.unfinished", ExposureSummary.named(asking.texts(), unfinished))));
        }
        return findings;
    }

    private static Finding last(Asking asking, Trend trend, boolean exposed) {
        Month last = trend.last();
        State state = !trend.loud() ? State.QUIET : trend.z() > 0 ? State.STANDS_OUT : State.WATCH;
        String verdict = asking.say(!trend.loud() ? "trend.within" : trend.z() > 0 ? "trend.above" : "trend.below");
        String month = asking.figures().month(last.month());
        if (!exposed) {
            return new Finding(
                    state,
                    "",
                    asking.say(
                                    "trend.last.count",
                                    month,
                                    last.failures(),
                                    asking.figures().number(trend.expected()))
                            + verdict
                            + asking.say("trend.sales-unknown"));
        }
        return new Finding(
                state,
                "",
                asking.say(
                                "trend.last.rate",
                                month,
                                last.matched(),
                                asking.figures().number(last.per1000().orElse(0.0)),
                                last.interval().map(asking.figures()::interval).orElse("–"),
                                asking.figures().number(trend.expected()))
                        + verdict);
    }

    /** Bars of counts, those not final hatched. */
    static Block.Chart chart(Asking asking, List<Month> months) {
        List<Object> bars = new ArrayList<>();
        for (Month month : months) {
            bars.add(month.complete() ? month.failures() : Charts.hatched(month.failures()));
        }
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 12, 34, 4),
                "xAxis", Charts.categories(labels(asking, months)),
                "yAxis", Charts.values(asking.say("chart.failures")),
                "series",
                        List.of(Charts.of(
                                "type",
                                "bar",
                                "name",
                                asking.say("chart.failures"),
                                "data",
                                bars,
                                "barMaxWidth",
                                34,
                                "itemStyle",
                                Charts.of("color", "@accent"))));
        return new Block.Chart(
                "failures-by-month", asking.say("chart.trend.title"), asking.say("chart.trend.subtitle"), 300, option);
    }

    private static Block.Chart rateChart(Asking asking, List<Month> months) {
        List<@Nullable Object> line = new ArrayList<>();
        List<@Nullable Object> lower = new ArrayList<>();
        List<@Nullable Object> height = new ArrayList<>();
        for (Month month : months) {
            boolean drawn = month.complete() && month.units() > 0;
            line.add(drawn ? Charts.rounded(month.per1000().orElseThrow()) : null);
            lower.add(drawn ? Charts.rounded(month.interval().orElseThrow().lower()) : null);
            height.add(
                    drawn
                            ? Charts.rounded(month.interval().orElseThrow().upper()
                                    - month.interval().orElseThrow().lower())
                            : null);
        }
        String name = asking.say("chart.per-1000");
        List<Map<String, Object>> series = new ArrayList<>(Charts.band("interval", "@accent", lower, height));
        series.add(Charts.of(
                "type",
                "line",
                "name",
                name,
                "data",
                line,
                "symbolSize",
                6,
                "showAllSymbol",
                true,
                "lineStyle",
                Charts.of("color", "@accent", "width", 2),
                "itemStyle",
                Charts.of("color", "@accent")));
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 12, 34, 4),
                "xAxis", Charts.categories(labels(asking, months)),
                "yAxis", Charts.values(name),
                "series", series);
        return new Block.Chart(
                "rate-by-month", asking.say("chart.rate.title"), asking.say("chart.rate.subtitle"), 300, option);
    }

    static List<String> labels(Asking asking, List<Month> months) {
        return months.stream()
                .map(month -> asking.figures().month(month.month()))
                .toList();
    }

    private static Block.Grid table(Asking asking, List<Month> months, boolean exposed) {
        List<Heading> headings = new ArrayList<>(List.of(
                asking.texts().heading("month", MONTH),
                asking.texts().heading("failures", COUNT),
                asking.texts().heading("state", TEXT)));
        if (exposed) {
            headings.addAll(List.of(
                    asking.texts().heading("matched", COUNT),
                    asking.texts().heading("units_in_field", COUNT),
                    asking.texts().heading("per_1000_month", NUMBER),
                    asking.texts().heading("lower_95", NUMBER),
                    asking.texts().heading("upper_95", NUMBER)));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Month month : months) {
            List<@Nullable Object> row =
                    new ArrayList<>(Arrays.asList(month.month(), month.failures(), state(asking, month)));
            if (exposed) {
                row.addAll(Arrays.asList(
                        month.matched(),
                        month.units() > 0 ? Math.round(month.units()) : null,
                        month.per1000().orElse(null),
                        month.interval().map(interval -> interval.lower()).orElse(null),
                        month.interval().map(interval -> interval.upper()).orElse(null)));
            }
            rows.add(row);
        }
        return new Block.Grid("months", asking.say("table.months"), headings, rows);
    }

    private static String state(Asking asking, Month month) {
        if (month.complete()) {
            return asking.say("month.complete");
        }
        return month.overShare() < 1
                ? asking.say("month.running", asking.figures().share(month.overShare()))
                : asking.say("month.late", asking.figures().share(month.knownShare()));
    }
}
