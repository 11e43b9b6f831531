// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.MONTH;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.SHARE;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.statistics.chart.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control chart of faults and its table. */
final class FaultChartDrawing {
    private static final double LEAST_EXPECTED = 10;
    private static final double HEADROOM = 1.1;

    private FaultChartDrawing() {}

    /** A step band between the limits; months outside as red squares with their value, incomplete ones as grey rings. */
    static Block.Chart chart(Asking asking, ChartedMonths charted) {
        List<Object> lower = new ArrayList<>();
        List<Object> height = new ArrayList<>();
        List<Object> upper = new ArrayList<>();
        List<Object> centre = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        List<@Nullable Object> unfinished = new ArrayList<>();
        List<@Nullable Object> aged = new ArrayList<>();
        double middle = charted.chart().centre() * ChartedMonths.UNITS;
        for (ChartedMonths.Point point : charted.points()) {
            Limits limits = point.limits();
            lower.add(Charts.rounded(limits.lower()));
            height.add(Charts.rounded(limits.upper() - limits.lower()));
            upper.add(Charts.rounded(limits.upper()));
            centre.add(Charts.rounded(middle));
            boolean complete = point.month().complete();
            values.add(complete ? value(asking, point) : null);
            unfinished.add(complete ? null : Charts.rounded(point.value()));
            aged.add(
                    complete
                            ? point.ageRatio()
                                    .map(ratio -> (Object) Charts.rounded(ratio * middle))
                                    .orElse(null)
                            : null);
        }
        String actual = asking.say("chart.per-1000");
        String limit = asking.say("chart.limit");
        String equalAge = asking.say("chart.equal-age");
        List<Map<String, Object>> series = new ArrayList<>(Charts.band("limits", "@grey", lower, height));
        series.forEach(line -> line.put("step", "middle"));
        Map<String, Object> ucl = Charts.line(limit, upper, "@bad", "dashed");
        ucl.put("step", "middle");
        ucl.put("lineStyle", Charts.of("color", "@bad", "width", 1, "type", "dashed"));
        ucl.put("endLabel", Charts.of("show", true, "formatter", "{a}", "color", "@bad"));
        series.add(ucl);
        Map<String, Object> level = Charts.line(asking.say("chart.centre"), centre, "@grey", "solid");
        level.put("lineStyle", Charts.of("color", "@grey", "width", 1));
        level.put(
                "endLabel",
                Charts.of("show", true, "formatter", asking.figures().number(middle), "color", "@grey"));
        series.add(level);
        if (charted.aged()) {
            series.add(Charts.line(equalAge, aged, "@grey", "dotted"));
        }
        Map<String, Object> line = Charts.line(actual, values, "@accent", "solid");
        line.put("showSymbol", true);
        line.put("showAllSymbol", true);
        line.put("symbolSize", 6);
        line.put("labelLayout", Charts.of("hideOverlap", true));
        series.add(line);
        series.add(Charts.of(
                "type",
                "scatter",
                "name",
                asking.say("chart.unfinished"),
                "data",
                unfinished,
                "symbolSize",
                8,
                "itemStyle",
                Charts.of("color", "@card", "borderColor", "@grey", "borderWidth", 1.5)));
        List<String> names = new ArrayList<>(List.of(actual, limit));
        if (charted.aged()) {
            names.add(equalAge);
        }
        if (unfinished.stream().anyMatch(java.util.Objects::nonNull)) {
            names.add(asking.say("chart.unfinished"));
        }
        Map<String, Object> option = Charts.of(
                "legend", Charts.legend(names),
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 56, 58, 4),
                "xAxis",
                        Charts.categories(charted.points().stream()
                                .map(point ->
                                        asking.figures().month(point.month().month()))
                                .toList()),
                "yAxis", axis(actual, charted),
                "series", series);
        return new Block.Chart("u-chart", asking.say("chart.u.title"), asking.say("chart.u.subtitle"), 360, option);
    }

    /** Ends above the months that tell something: limits of few units are so wide that they would flatten the rest. */
    private static Map<String, Object> axis(String name, ChartedMonths charted) {
        Map<String, Object> axis = Charts.values(name);
        charted.points().stream()
                .filter(point -> point.month().units() * charted.chart().centre() >= LEAST_EXPECTED)
                .mapToDouble(point -> Math.max(point.value(), point.limits().upper()))
                .max()
                .ifPresent(most -> axis.put("max", Math.ceil(HEADROOM * most)));
        return axis;
    }

    private static Object value(Asking asking, ChartedMonths.Point point) {
        double value = Charts.rounded(point.value());
        if (!point.outside()) {
            return value;
        }
        return Charts.of(
                "value",
                value,
                "symbol",
                "rect",
                "symbolSize",
                9,
                "itemStyle",
                Charts.of("color", "@bad"),
                "label",
                Charts.of(
                        "show",
                        true,
                        "position",
                        point.limits().side(point.value()) == Limits.Side.ABOVE ? "top" : "bottom",
                        "formatter",
                        asking.figures().number(value),
                        "color",
                        "@bad"));
    }

    static Block.Grid table(Asking asking, ChartedMonths charted) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ChartedMonths.Point point : charted.points()) {
            Month month = point.month();
            rows.add(Arrays.asList(
                    month.month(),
                    month.matched(),
                    Math.round(month.units()),
                    point.value(),
                    point.limits().lower(),
                    point.limits().centre(),
                    point.limits().upper(),
                    verdict(asking, charted, point),
                    point.ageRatio().orElse(null),
                    month.overShare() * month.knownShare()));
        }
        return new Block.Grid(
                "months",
                asking.say("table.u"),
                List.of(
                        asking.texts().heading("month", MONTH),
                        asking.texts().heading("matched", COUNT),
                        asking.texts().heading("units_in_field", COUNT),
                        asking.texts().heading("per_1000_month", NUMBER),
                        asking.texts().heading("lower_limit", NUMBER),
                        asking.texts().heading("centre", NUMBER),
                        asking.texts().heading("upper_limit", NUMBER),
                        asking.texts().heading("verdict", TEXT),
                        asking.texts().heading("equal_age_ratio", NUMBER),
                        asking.texts().heading("reported_share", SHARE)),
                rows);
    }

    private static String verdict(Asking asking, ChartedMonths charted, ChartedMonths.Point point) {
        if (!point.month().complete()) {
            return asking.say("u.unfinished");
        }
        String side = asking.say(
                switch (point.limits().side(point.value())) {
                    case ABOVE -> "u.above";
                    case BELOW -> "u.below";
                    case WITHIN -> "u.within";
                });
        return charted.baseline().holds(point.month()) ? asking.say("u.baseline", side) : side;
    }
}
