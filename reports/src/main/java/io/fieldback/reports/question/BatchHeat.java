// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.MONTH;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.model.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Production months against months in service. */
final class BatchHeat {
    private static final double UNITS = 1000;
    private static final int OLDEST = 36;
    private static final int BATCHES = 36;

    /** Colours end here, so that one cell does not pale all others. */
    private static final double CAP = 0.985;

    private BatchHeat() {}

    static Block.Chart chart(Asking asking) {
        List<Row> all = asking.rows("batch_heat");
        List<LocalDate> months = months(all);
        List<Row> cells = all.stream()
                .filter(row -> months.contains(row.day("production_month")) && row.count("age_month") <= OLDEST)
                .toList();
        long oldest =
                cells.stream().mapToLong(row -> row.count("age_month")).max().orElse(0);
        List<String> ages = new ArrayList<>();
        for (int age = 0; age <= oldest; age++) {
            ages.add(age == 0 ? asking.say("chart.before-use") : Integer.toString(age));
        }
        List<Object> solid = new ArrayList<>();
        List<Object> thin = new ArrayList<>();
        for (Row cell : cells) {
            double rate = UNITS * cell.count("failures") / cell.count("units");
            List<Object> value = List.of(
                    cell.count("age_month"), months.indexOf(cell.day("production_month")), Charts.rounded(rate));
            if (cell.number("expected") < 1) {
                thin.add(Charts.of("value", value, "itemStyle", Charts.of("decal", Charts.hatch(), "opacity", 0.55)));
            } else {
                solid.add(value);
            }
        }
        Map<String, Object> rows =
                Charts.categories(months.stream().map(asking.figures()::month).toList());
        rows.put("inverse", true);
        Map<String, Object> columns = Charts.categories(ages);
        columns.put("name", asking.say("chart.months-in-service"));
        columns.put("nameLocation", "middle");
        columns.put("nameGap", 26);
        columns.put("nameTextStyle", Charts.of("color", "@grey"));
        Map<String, Object> option = Charts.of(
                "tooltip",
                        Charts.of(
                                "confine",
                                true,
                                "backgroundColor",
                                "@card",
                                "borderColor",
                                "@line",
                                "textStyle",
                                Charts.of("color", "@text")),
                "grid", Charts.grid(4, 12, 8, 76),
                "xAxis", columns,
                "yAxis", rows,
                "visualMap",
                        Charts.of(
                                "min",
                                0,
                                "max",
                                cap(cells),
                                "calculable",
                                false,
                                "orient",
                                "horizontal",
                                "left",
                                "center",
                                "bottom",
                                0,
                                "itemHeight",
                                140,
                                "itemWidth",
                                12,
                                "text",
                                List.of("≥ " + asking.figures().number(cap(cells)), "0"),
                                "textStyle",
                                Charts.of("color", "@grey"),
                                "inRange",
                                Charts.of("color", List.of("@low", "@accent", "@high"))),
                "series", List.of(series(asking, solid), series(asking, thin)));
        return new Block.Chart(
                "batch-heat",
                asking.say("chart.heat.title"),
                asking.say("chart.heat.subtitle"),
                120 + 18 * months.size(),
                option);
    }

    static Block.Grid table(Asking asking) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row cell : asking.rows("batch_heat")) {
            rows.add(Arrays.asList(
                    cell.day("production_month"),
                    cell.count("age_month"),
                    cell.count("units"),
                    cell.count("failures"),
                    cell.number("expected"),
                    UNITS * cell.count("failures") / cell.count("units")));
        }
        return new Block.Grid(
                "cells",
                asking.say("table.batch-cells"),
                List.of(
                        asking.texts().heading("production_month", MONTH),
                        asking.texts().heading("age_month", COUNT),
                        asking.texts().heading("units", COUNT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("expected", NUMBER),
                        asking.texts().heading("per_1000", NUMBER)),
                rows);
    }

    private static Map<String, Object> series(Asking asking, List<Object> cells) {
        return Charts.of(
                "type",
                "heatmap",
                "name",
                asking.say("chart.per-1000-units"),
                "data",
                cells,
                "itemStyle",
                Charts.of("borderColor", "@card", "borderWidth", 1.5, "borderRadius", 2));
    }

    private static List<LocalDate> months(List<Row> cells) {
        List<LocalDate> months = cells.stream()
                .map(row -> row.day("production_month"))
                .distinct()
                .sorted()
                .toList();
        return months.subList(Math.max(0, months.size() - BATCHES), months.size());
    }

    private static double cap(List<Row> cells) {
        double[] rates = cells.stream()
                .filter(cell -> cell.number("expected") >= 1)
                .mapToDouble(cell -> UNITS * cell.count("failures") / cell.count("units"))
                .sorted()
                .toArray();
        return rates.length == 0 ? 1 : Math.max(0.1, rates[(int) (CAP * (rates.length - 1))]);
    }
}
