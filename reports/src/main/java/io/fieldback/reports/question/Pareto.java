// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.SHARE;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which components fail most, and what they show. */
public final class Pareto {
    /** The name on the command line. */
    public static final String NAME = "pareto";

    /** Components up to this cumulative share are the vital few. */
    private static final double VITAL = 0.8;

    private static final int DRAWN = 12;
    private static final int SYMPTOMS = 40;

    private Pareto() {}

    /** The answer. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Row> components = asking.rows("pareto_components");
        if (components.isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.no-failures"));
        }
        List<Block> blocks = List.of(chart(asking, components), table(asking, components), symptoms(asking));
        return asking.report(
                NAME, takeaway(asking, components), List.of(Asking.only(blocks)), asking.say("counted.pareto"));
    }

    /** The vital few in a sentence. */
    static String takeaway(Asking asking, List<Row> components) {
        long failures =
                components.stream().mapToLong(row -> row.count("failures")).sum();
        List<String> vital = components.stream()
                .limit(vital(components))
                .map(row -> asking.component(row.textOrNull("component")) + " "
                        + asking.figures().share(row.number("share")))
                .toList();
        return asking.say(
                "pareto.takeaway",
                vital.size(),
                components.size(),
                failures,
                ExposureSummary.named(asking.texts(), vital));
    }

    private static int vital(List<Row> components) {
        int vital = 0;
        for (Row row : components) {
            vital++;
            if (row.number("cumulative_share") >= VITAL) {
                break;
            }
        }
        return vital;
    }

    /** Bars falling from left to right, the vital few in the accent, with the cumulative share. */
    static Block.Chart chart(Asking asking, List<Row> components) {
        List<String> names = new ArrayList<>();
        List<Object> bars = new ArrayList<>();
        List<Object> line = new ArrayList<>();
        int vital = vital(components);
        for (Row row : components.subList(0, Math.min(DRAWN, components.size()))) {
            String colour = bars.size() < vital ? "@accent" : "@pale";
            names.add(asking.component(row.textOrNull("component")));
            bars.add(Charts.of("value", row.count("failures"), "itemStyle", Charts.of("color", colour)));
            line.add(Math.round(row.number("cumulative_share") * 1000) / 10.0);
        }
        Map<String, Object> labels = Charts.categories(names);
        labels.put(
                "axisLabel",
                Charts.of(
                        "color",
                        "@grey",
                        "interval",
                        0,
                        "rotate",
                        names.size() > 6 ? 30 : 0,
                        "width",
                        96,
                        "overflow",
                        "truncate"));
        Map<String, Object> percent = Charts.values("%");
        percent.put("max", 100);
        percent.put("interval", 20);
        percent.put("splitLine", Charts.of("show", false));
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 4, 40, 4),
                "xAxis", labels,
                "yAxis", List.of(Charts.values(asking.say("chart.failures")), percent),
                "series",
                        List.of(
                                Charts.of(
                                        "type",
                                        "bar",
                                        "name",
                                        asking.say("chart.failures"),
                                        "data",
                                        bars,
                                        "barMaxWidth",
                                        46,
                                        "label",
                                        Charts.of("show", true, "position", "top", "color", "@grey")),
                                Charts.of(
                                        "type",
                                        "line",
                                        "name",
                                        asking.say("chart.cumulative"),
                                        "yAxisIndex",
                                        1,
                                        "data",
                                        line,
                                        "symbolSize",
                                        6,
                                        "lineStyle",
                                        Charts.of("color", "@grey", "width", 1.5),
                                        "itemStyle",
                                        Charts.of("color", "@grey"),
                                        "markLine",
                                        Charts.of(
                                                "silent", true,
                                                "symbol", "none",
                                                "lineStyle", Charts.of("color", "@grey", "type", "dashed"),
                                                "label",
                                                        Charts.of(
                                                                "formatter",
                                                                "80 %",
                                                                "color",
                                                                "@grey",
                                                                "position",
                                                                "insideEndTop"),
                                                "data", List.of(Charts.of("yAxis", 80))))));
        return new Block.Chart(
                "pareto", asking.say("chart.pareto.title"), asking.say("chart.pareto.subtitle"), 320, option);
    }

    private static Block.Grid table(Asking asking, List<Row> components) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : components) {
            rows.add(Arrays.asList(
                    asking.component(row.textOrNull("component")),
                    row.count("failures"),
                    row.number("share"),
                    row.number("cumulative_share"),
                    row.count("units")));
        }
        return new Block.Grid(
                "components",
                asking.say("table.components"),
                List.of(
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("share", SHARE),
                        asking.texts().heading("cumulative_share", SHARE),
                        asking.texts().heading("failed_units", COUNT)),
                rows);
    }

    private static Block.Grid symptoms(Asking asking) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : asking.rows("pareto_symptoms").stream().limit(SYMPTOMS).toList()) {
            rows.add(Arrays.asList(
                    asking.component(row.textOrNull("component")),
                    row.text("symptom_code"),
                    row.count("failures"),
                    row.number("share")));
        }
        return new Block.Grid(
                "symptoms",
                asking.say("table.symptoms"),
                List.of(
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("symptom", TEXT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("share", SHARE)),
                rows);
    }
}
