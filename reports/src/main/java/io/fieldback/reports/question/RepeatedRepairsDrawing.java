// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mean repairs by months in service, drawn and tabled. */
final class RepeatedRepairsDrawing {
    private static final int DRAWN = 6;
    private static final double UNITS = 1000;

    private RepeatedRepairsDrawing() {}

    /** All units with their bounds, dashed where few are so old; groups beside them, those that differ in red. */
    static Block.Chart chart(Asking asking, List<MeanCumulativeFunction.Point> curve, List<RepairGroups.Group> groups) {
        int last = (int) curve.get(curve.size() - 1).age();
        double mature = RepairHistories.mature(curve);
        List<Object> lower = new ArrayList<>();
        List<Object> height = new ArrayList<>();
        for (int month = 1; month <= last; month++) {
            double at = month;
            RepairHistories.at(curve, at).ifPresent(point -> {
                lower.add(Charts.rounded(UNITS * point.interval().lower()));
                height.add(Charts.rounded(
                        UNITS * (point.interval().upper() - point.interval().lower())));
            });
        }
        String all = asking.say("mcf.all");
        List<Map<String, Object>> series = new ArrayList<>(Charts.band("bounds", "@accent", lower, height));
        groups.stream()
                .sorted(Comparator.comparingLong((RepairGroups.Group group) -> -group.units()))
                .limit(DRAWN)
                .forEach(group -> {
                    boolean more = group.differs() && group.excess() > 0;
                    Map<String, Object> line =
                            Charts.line(group.name(), line(group.curve(), 1, last), more ? "@bad" : "@grey", "solid");
                    line.put("lineStyle", Charts.of("color", more ? "@bad" : "@grey", "width", more ? 2 : 1));
                    series.add(labelled(line, group.name(), more ? "@bad" : "@grey"));
                });
        Map<String, Object> line = Charts.line(all, line(curve, 1, (int) mature), "@accent", "solid");
        Map<String, Object> beyond = Charts.line(all, line(curve, (int) mature, last), "@accent", "dashed");
        series.add(mature >= last ? labelled(line, all, "@accent") : line);
        series.add(mature >= last ? beyond : labelled(beyond, all, "@accent"));
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 96, 34, 34),
                "xAxis", Charts.months(asking, last),
                "yAxis", Charts.values(asking.say("chart.mcf.axis")),
                "series", series);
        return new Block.Chart("mcf", asking.say("chart.mcf.title"), asking.say("chart.mcf.subtitle"), 340, option);
    }

    private static Map<String, Object> labelled(Map<String, Object> line, String name, String colour) {
        line.put("endLabel", Charts.of("show", true, "formatter", name, "color", colour));
        line.put("labelLayout", Charts.of("moveOverlap", "shiftY"));
        return line;
    }

    private static List<@Nullable Object> line(List<MeanCumulativeFunction.Point> curve, int from, int until) {
        List<@Nullable Object> data = new ArrayList<>();
        double oldest = curve.get(curve.size() - 1).age();
        for (int month = 1; month <= until; month++) {
            boolean drawn = month >= from && month <= oldest;
            data.add(
                    drawn
                            ? RepairHistories.at(curve, month)
                                    .map(point -> (Object) Charts.rounded(UNITS * point.value()))
                                    .orElse(null)
                            : null);
        }
        return data;
    }

    static Block.Grid table(Asking asking, List<MeanCumulativeFunction.Point> curve) {
        double mature = RepairHistories.mature(curve);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MeanCumulativeFunction.Point point : curve) {
            rows.add(Arrays.asList(
                    Math.round(point.age()),
                    (long) point.atRisk(),
                    Math.round(point.rate() * point.atRisk()),
                    UNITS * point.value(),
                    UNITS * point.interval().lower(),
                    UNITS * point.interval().upper(),
                    asking.say(point.age() <= mature ? "mis.mature" : "mis.immature")));
        }
        return new Block.Grid(
                "mcf",
                asking.say("table.mcf"),
                List.of(
                        asking.texts().heading("months_in_service", COUNT),
                        asking.texts().heading("units", COUNT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("repairs_per_1000", NUMBER),
                        asking.texts().heading("lower_95", NUMBER),
                        asking.texts().heading("upper_95", NUMBER),
                        asking.texts().heading("maturity", TEXT)),
                rows);
    }

    /** The groups at the last mature month of all units. */
    static Block.Grid groups(Asking asking, List<RepairGroups.Group> groups, double month) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RepairGroups.Group group : groups) {
            MeanCumulativeFunction.Point point = RepairHistories.at(group.curve(), month)
                    .orElse(group.curve().get(0));
            rows.add(Arrays.asList(
                    group.name(),
                    group.units(),
                    group.repairs(),
                    Math.round(point.age()),
                    UNITS * point.value(),
                    UNITS * point.interval().lower(),
                    UNITS * point.interval().upper(),
                    group.excess(),
                    group.q(),
                    asking.say(
                            !group.differs()
                                    ? "state.quiet"
                                    : group.excess() > 0 ? "state.stands-out" : "state.watch")));
        }
        return new Block.Grid(
                "groups",
                asking.say("table.mcf.groups", Math.round(month)),
                List.of(
                        asking.texts().heading("group", TEXT),
                        asking.texts().heading("units", COUNT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("months_in_service", COUNT),
                        asking.texts().heading("repairs_per_1000", NUMBER),
                        asking.texts().heading("lower_95", NUMBER),
                        asking.texts().heading("upper_95", NUMBER),
                        asking.texts().heading("excess", NUMBER),
                        asking.texts().heading("q", NUMBER),
                        asking.texts().heading("verdict", TEXT)),
                rows);
    }
}
