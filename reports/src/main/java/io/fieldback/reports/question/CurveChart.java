// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.MONTH;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.State;
import io.fieldback.statistics.interval.AtRiskSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How curves of failures by months in service are drawn and tabled. */
final class CurveChart {
    private static final int DRAWN = 7;

    private CurveChart() {}

    /**
     * One line for each product, the highest in the accent; dashed where fewer than half of the units are so old. Of many
     * products those with most units and the one that the sentence above speaks of.
     */
    static Block.Chart chart(Asking asking, List<Curve> products) {
        Curve most = MonthsInService.most(products);
        List<Curve> drawn = products.stream()
                .sorted(Comparator.comparing((Curve it) -> !it.equals(most))
                        .thenComparingLong(it -> -it.points().get(0).atRisk()))
                .limit(DRAWN)
                .toList();
        int oldest = drawn.stream().mapToInt(it -> it.points().size()).max().orElse(1);
        Curve highest = highest(drawn);
        List<Map<String, Object>> series = new ArrayList<>();
        for (Curve curve : drawn) {
            boolean accent = curve.equals(highest);
            if (accent) {
                series.addAll(band(curve));
            }
            series.add(line(curve, accent, false));
            series.add(line(curve, accent, true));
        }
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 92, 34, 34),
                "xAxis", Charts.months(asking, oldest),
                "yAxis", Charts.values(asking.say("chart.per-1000-units")),
                "series", series);
        return new Block.Chart(
                "mis",
                asking.say("chart.mis.title"),
                asking.say(drawn.size() > 1 ? "chart.mis.subtitle" : "chart.mcf.subtitle"),
                340,
                option);
    }

    private static Curve highest(List<Curve> curves) {
        int shared = curves.stream().mapToInt(it -> it.points().size()).min().orElse(1);
        return curves.stream()
                .max(Comparator.comparingDouble(
                        it -> it.points().get(shared - 1).per1000()))
                .orElseThrow();
    }

    private static List<Map<String, Object>> band(Curve curve) {
        List<Object> lower = new ArrayList<>();
        List<Object> height = new ArrayList<>();
        for (AtRiskSum.Point point : curve.points()) {
            lower.add(Charts.rounded(point.interval().lower()));
            height.add(
                    Charts.rounded(point.interval().upper() - point.interval().lower()));
        }
        return Charts.band("interval", "@accent", lower, height);
    }

    private static Map<String, Object> line(Curve curve, boolean accent, boolean immature) {
        List<@Nullable Object> data = new ArrayList<>();
        int last = 0;
        for (AtRiskSum.Point point : curve.points()) {
            if (curve.mature(point)) {
                last = point.month();
            }
        }
        for (AtRiskSum.Point point : curve.points()) {
            boolean drawn = immature ? point.month() >= last : point.month() <= last;
            data.add(drawn ? Charts.rounded(point.per1000()) : null);
        }
        String colour = accent ? "@accent" : "@grey";
        boolean labelled =
                immature ? last < curve.points().size() : last == curve.points().size();
        return Charts.of(
                "type", "line",
                "name", curve.product(),
                "data", data,
                "showSymbol", false,
                "lineStyle",
                        Charts.of("color", colour, "width", accent ? 2.5 : 1.5, "type", immature ? "dashed" : "solid"),
                "itemStyle", Charts.of("color", colour),
                "endLabel", Charts.of("show", labelled, "formatter", "{a}", "color", colour),
                "labelLayout", Charts.of("moveOverlap", "shiftY"));
    }

    /** Every month of one curve, the mature ones first, since the oldest are those that few units have reached. */
    static Block.Grid table(Asking asking, Curve curve) {
        List<Integer> all = curve.points().stream().map(AtRiskSum.Point::month).toList();
        return table(
                asking,
                "by_month",
                asking.say("table.life"),
                List.of(curve),
                all,
                asking.exposure().level());
    }

    /** From which month on a curve rests on few units. */
    static List<Finding> maturity(Asking asking, Curve curve) {
        Optional<AtRiskSum.Point> immature =
                curve.points().stream().filter(point -> !curve.mature(point)).findFirst();
        AtRiskSum.Point first = curve.points().get(0);
        AtRiskSum.Point last = curve.points().get(curve.points().size() - 1);
        return List.of(immature.map(point -> new Finding(
                        State.WATCH,
                        "",
                        asking.say("life.immature", point.month(), first.atRisk(), last.month(), last.atRisk())))
                .orElse(Finding.plain(asking.say("life.all-mature", last.month(), last.atRisk(), first.atRisk()))));
    }

    /** The curves at these months, each with its maturity. */
    static Block.Grid table(
            Asking asking, String key, String caption, List<Curve> curves, List<Integer> months, int level) {
        List<Heading> headings = new ArrayList<>(List.of(
                asking.texts().heading("product_model", TEXT),
                asking.texts().heading("months_in_service", COUNT),
                asking.texts().heading("units", COUNT),
                asking.texts().heading("failures", COUNT),
                asking.texts().heading("r_per_1000", NUMBER),
                asking.texts().heading("lower_95", NUMBER),
                asking.texts().heading("upper_95", NUMBER),
                asking.texts().heading("maturity", TEXT),
                asking.texts().heading("level", TEXT)));
        boolean quarters = curves.stream().anyMatch(it -> it.quarter() != null);
        if (quarters) {
            headings.add(1, asking.texts().heading("production_quarter", MONTH));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            for (AtRiskSum.Point point : curve.points()) {
                if (months.contains(point.month())) {
                    List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                            curve.product(),
                            (long) point.month(),
                            point.atRisk(),
                            point.incidents(),
                            point.per1000(),
                            point.interval().lower(),
                            point.interval().upper(),
                            asking.say(curve.mature(point) ? "mis.mature" : "mis.immature"),
                            "E" + level));
                    if (quarters) {
                        row.add(1, curve.quarter());
                    }
                    rows.add(row);
                }
            }
        }
        return new Block.Grid(key, caption, headings, rows);
    }
}
