// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pairs ranked by the surest excess. */
final class DisproportionTable {
    private static final int LISTED = 60;
    private static final int DRAWN = 12;
    private static final int LINE_HEIGHT = 30;

    private DisproportionTable() {}

    /** The surest pairs as dots with a line from EB05 to EB95, beside the line of no excess. */
    static Block.Chart chart(Asking asking, GroupBy by, List<Pair> pairs) {
        List<Pair> drawn = pairs.stream().limit(DRAWN).toList();
        List<String> names = new ArrayList<>();
        List<Object> lower = new ArrayList<>();
        List<Object> length = new ArrayList<>();
        List<Object> dots = new ArrayList<>();
        for (Pair pair : drawn) {
            String colour = pair.standsOut() ? "@bad" : "@grey";
            names.add(pair.component() + " · " + pair.group());
            lower.add(Charts.rounded(pair.posterior().eb05()));
            length.add(Charts.of(
                    "value",
                            Charts.rounded(
                                    pair.posterior().eb95() - pair.posterior().eb05()),
                    "itemStyle", Charts.of("color", colour, "opacity", 0.35)));
            dots.add(Charts.of(
                    "value", Charts.rounded(pair.posterior().geometricMean()),
                    "symbol", pair.standsOut() ? "rect" : "circle",
                    "itemStyle", Charts.of("color", colour)));
        }
        Map<String, Object> rows = Charts.categories(names);
        rows.put("inverse", true);
        Map<String, Object> unseen = Charts.of("color", "transparent");
        Map<String, Object> values = Charts.values("");
        values.put("name", asking.say("chart.disproportion.axis"));
        values.put("nameLocation", "middle");
        values.put("nameGap", 28);
        values.put("nameTextStyle", Charts.of("color", "@grey"));
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 24, 8, 34),
                "xAxis", values,
                "yAxis", rows,
                "series",
                        List.of(
                                Charts.of(
                                        "type",
                                        "bar",
                                        "stack",
                                        "range",
                                        "name",
                                        "EB05",
                                        "data",
                                        lower,
                                        "itemStyle",
                                        unseen,
                                        "silent",
                                        true,
                                        "barWidth",
                                        4,
                                        "markLine",
                                        Charts.of(
                                                "silent",
                                                true,
                                                "symbol",
                                                "none",
                                                "label",
                                                Charts.of("show", false),
                                                "lineStyle",
                                                Charts.of("color", "@grey", "type", "dashed"),
                                                "data",
                                                List.of(Charts.of("xAxis", 1)))),
                                Charts.of(
                                        "type",
                                        "bar",
                                        "stack",
                                        "range",
                                        "name",
                                        "EB95 − EB05",
                                        "data",
                                        length,
                                        "barWidth",
                                        4),
                                Charts.of("type", "scatter", "name", "EBGM", "data", dots, "symbolSize", 9)));
        return new Block.Chart(
                "disproportion",
                asking.say("chart.disproportion.title", Disproportion.word(asking, by)),
                asking.say("chart.disproportion.subtitle"),
                60 + LINE_HEIGHT * drawn.size(),
                option);
    }

    static Block.Grid table(Asking asking, GroupBy by, List<Pair> pairs) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        IntStream.range(0, Math.min(LISTED, pairs.size())).forEach(i -> rows.add(row(asking, i + 1, pairs.get(i))));
        List<Heading> headings = List.of(
                asking.texts().heading("rank", COUNT),
                new Heading("group", Disproportion.word(asking, by), TEXT),
                asking.texts().heading("component", TEXT),
                asking.texts().heading("failures", COUNT),
                asking.texts().heading("expected", NUMBER),
                asking.texts().heading("ratio", NUMBER),
                asking.texts().heading("ebgm", NUMBER),
                asking.texts().heading("eb05", NUMBER),
                asking.texts().heading("eb95", NUMBER),
                asking.texts().heading("cases", COUNT),
                asking.texts().heading("prr", NUMBER),
                asking.texts().heading("prr_lower_95", NUMBER),
                asking.texts().heading("prr_upper_95", NUMBER),
                asking.texts().heading("ror", NUMBER),
                asking.texts().heading("ror_lower_95", NUMBER),
                asking.texts().heading("ror_upper_95", NUMBER),
                asking.texts().heading("verdict", TEXT));
        return new Block.Grid("pairs", asking.say("table.pairs", rows.size(), pairs.size()), headings, rows);
    }

    private static List<@Nullable Object> row(Asking asking, long rank, Pair pair) {
        return Arrays.asList(
                rank,
                pair.group(),
                pair.component(),
                pair.count(),
                pair.expected(),
                pair.ratio(),
                pair.posterior().geometricMean(),
                pair.posterior().eb05(),
                pair.posterior().eb95(),
                Math.round(pair.table().both()),
                known(pair.table().proportionalReportingRatio()),
                pair.proportionalInterval().lower(),
                pair.proportionalInterval().upper(),
                known(pair.table().reportingOddsRatio()),
                pair.oddsInterval().lower(),
                pair.oddsInterval().upper(),
                asking.word(pair.state()));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
