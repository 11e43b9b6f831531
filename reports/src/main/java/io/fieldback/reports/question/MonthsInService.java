// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.AtRiskSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** How many failures 1,000 units have had after so many months in service. */
public final class MonthsInService {
    /** The name on the command line. */
    public static final String NAME = "mis";

    /** Ages in months at which products are compared, if two of them have reached it. */
    private static final List<Integer> AGES = List.of(24, 12, 6, 3, 1);

    private static final List<Integer> SHOWN = List.of(1, 3, 6, 12, 18, 24, 36, 48, 60);

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
        List<Curve> all = Curve.all(asking);
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
        findings.addAll(limits(asking, products));
        if (!findings.isEmpty()) {
            blocks.add(new Block.Findings(findings));
        }
        blocks.add(CurveChart.chart(asking, products));
        blocks.add(CurveChart.table(asking, "by_model", asking.say("table.mis"), products, SHOWN, level));
        List<Curve> quarters = all.stream().filter(it -> it.quarter() != null).toList();
        blocks.add(CurveChart.table(asking, "by_quarter", asking.say("table.mis.quarters"), quarters, SHOWN, level));
        return asking.report(NAME, takeaway(asking, products), List.of(Asking.only(blocks)), asking.say("counted.mis"));
    }

    /** The product with most failures at the oldest age that at least two products have reached. */
    static String takeaway(Asking asking, List<Curve> products) {
        OptionalInt age = age(products);
        return age.isPresent()
                ? sentence(asking, age.getAsInt(), reached(products, age.getAsInt()))
                : sentence(asking, products.get(0).points().size(), List.of(products.get(0)));
    }

    /** The product that {@link #takeaway} speaks of. */
    static Curve most(List<Curve> products) {
        OptionalInt age = age(products);
        return age.isPresent() ? reached(products, age.getAsInt()).get(0) : products.get(0);
    }

    private static OptionalInt age(List<Curve> products) {
        return AGES.stream()
                .mapToInt(month -> month)
                .filter(month -> reached(products, month).size() >= Math.min(2, products.size()))
                .findFirst();
    }

    private static List<Curve> reached(List<Curve> products, int month) {
        return products.stream()
                .filter(it -> it.at(month).filter(it::mature).isPresent())
                .sorted(Comparator.comparingDouble(
                                (Curve it) -> it.points().get(month - 1).per1000())
                        .reversed())
                .toList();
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

    /** At which month the curves end, where a warranty does. */
    private static List<Finding> limits(Asking asking, List<Curve> products) {
        WarrantyLimits limits = WarrantyLimits.of(asking);
        return products.stream()
                .map(Curve::product)
                .filter(product -> limits.months(product).isPresent())
                .map(limits::finding)
                .distinct()
                .toList();
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
}
