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
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.AtRiskSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many failures 1,000 units have had after so many months in service. */
public final class MonthsInService {
    /** The name on the command line. */
    public static final String NAME = "mis";

    private static final List<Integer> SHOWN = List.of(1, 3, 6, 12, 18, 24, 36, 48, 60);
    private static final int DRAWN = 6;

    private MonthsInService() {}

    /** The answer; refused where nothing says when units went into service. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        int level = asking.exposure().level();
        if (level <= 1) {
            return asking.refusal(
                    NAME, asking.say(level == 0 ? "refusal.mis" : "refusal.mis.population", Rates.subject(asking)));
        }
        List<Curve> all = Curve.of(asking.rows("mis_curves"));
        List<Curve> products = all.stream().filter(it -> it.quarter() == null).toList();
        long aged = products.stream()
                .flatMap(it -> it.points().stream())
                .mapToLong(AtRiskSum.Point::incidents)
                .sum();
        if (aged == 0 && level == 2) {
            return asking.refusal(NAME, asking.say("refusal.mis.no-age", Rates.subject(asking)));
        }
        if (products.isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.mis.too-young"));
        }
        List<Block> blocks = new ArrayList<>();
        List<Finding> findings = findings(asking, level);
        if (!findings.isEmpty()) {
            blocks.add(new Block.Findings(findings));
        }
        blocks.add(chart(asking, products));
        blocks.add(table(asking, "by_model", asking.say("table.mis"), products, SHOWN, level));
        List<Curve> quarters = all.stream().filter(it -> it.quarter() != null).toList();
        blocks.add(table(asking, "by_quarter", asking.say("table.mis.quarters"), quarters, SHOWN, level));
        return asking.report(NAME, takeaway(asking, products), List.of(Asking.only(blocks)), asking.say("counted.mis"));
    }

    /** The product with most failures at the oldest age that at least two products have reached. */
    static String takeaway(Asking asking, List<Curve> products) {
        for (int month : List.of(24, 12, 6, 3, 1)) {
            List<Curve> reached = products.stream()
                    .filter(it -> it.at(month).filter(it::mature).isPresent())
                    .sorted(Comparator.comparingDouble(
                                    (Curve it) -> it.points().get(month - 1).per1000())
                            .reversed())
                    .toList();
            if (reached.size() >= Math.min(2, products.size()) && !reached.isEmpty()) {
                return sentence(asking, month, reached);
            }
        }
        Curve only = products.get(0);
        return sentence(asking, only.points().size(), List.of(only));
    }

    private static String sentence(Asking asking, int month, List<Curve> reached) {
        AtRiskSum.Point most = reached.get(0).points().get(month - 1);
        String first = asking.say(
                "mis.takeaway",
                reached.get(0).product(),
                month,
                asking.figures().number(most.per1000()),
                asking.figures().interval(most.interval()),
                most.atRisk());
        if (reached.size() == 1) {
            return first;
        }
        String others = reached.subList(1, Math.min(reached.size(), 4)).stream()
                .map(it -> it.product() + " "
                        + asking.figures().number(it.points().get(month - 1).per1000()) + " ("
                        + asking.figures().interval(it.points().get(month - 1).interval()) + ")")
                .collect(Collectors.joining(asking.say("comma")));
        boolean apart = reached.subList(1, reached.size()).stream()
                .allMatch(it -> it.points().get(month - 1).interval().upper()
                        < most.interval().lower());
        return first + asking.say(apart ? "mis.takeaway.apart" : "mis.takeaway.others", others);
    }

    private static List<Finding> findings(Asking asking, int level) {
        List<Finding> findings = new ArrayList<>();
        if (level == 2) {
            findings.add(new Finding(State.WATCH, "", asking.say("mis.estimated")));
        }
        List<String> without = asking.exposure().productsBelow(2);
        if (!without.isEmpty()) {
            findings.add(new Finding(
                    State.WATCH, "", asking.say("mis.without", ExposureSummary.named(asking.texts(), without))));
        }
        long before = 0;
        long unaged = 0;
        for (Row row : asking.rows("before_use")) {
            before += row.count("before_use");
            unaged += row.count("without_age");
        }
        if (before > 0) {
            findings.add(Finding.plain(asking.say("mis.before-use", before)));
        }
        if (unaged > 0) {
            findings.add(Finding.plain(asking.say("mis.without-age", unaged)));
        }
        return findings;
    }

    /** One line for each product, the highest in the accent; dashed where fewer than half of the units are so old. */
    static Block.Chart chart(Asking asking, List<Curve> products) {
        List<Curve> drawn = products.stream()
                .sorted(Comparator.comparingLong(
                        (Curve it) -> -it.points().get(0).atRisk()))
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
        List<String> months = new ArrayList<>();
        for (int month = 1; month <= oldest; month++) {
            months.add(Integer.toString(month));
        }
        Map<String, Object> columns = Charts.categories(months);
        columns.put("name", asking.say("chart.months-in-service"));
        columns.put("nameLocation", "middle");
        columns.put("nameGap", 28);
        columns.put("nameTextStyle", Charts.of("color", "@grey"));
        columns.put("boundaryGap", false);
        Map<String, Object> option = Charts.of(
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 92, 34, 34),
                "xAxis", columns,
                "yAxis", Charts.values(asking.say("chart.per-1000-units")),
                "series", series);
        return new Block.Chart("mis", asking.say("chart.mis.title"), asking.say("chart.mis.subtitle"), 340, option);
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

    private static Block.Grid table(
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
