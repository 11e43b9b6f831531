// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.statistics.recurrence.LaplaceTrend;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import io.fieldback.statistics.recurrence.UnitHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How often a unit has been repaired on average up to an age, repeated repairs included. */
public final class RepeatedRepairs {
    /** The name on the command line. */
    public static final String NAME = "mcf";

    private static final int NAMED = 5;
    private static final double LEVEL = 0.05;
    private static final double UNITS = 1000;

    private RepeatedRepairs() {}

    /** The answer; refused where units are not known one by one. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        Optional<GroupBy> by = asking.context().by();
        if (by.filter(it -> it == GroupBy.SITE).isPresent()) {
            return asking.refusal(NAME, asking.say("refusal.mcf.site"));
        }
        if (by.filter(GroupBy::ofParts).isPresent()
                && asking.context().component().isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.mcf.component"));
        }
        RepairHistories histories = RepairHistories.of(asking, limit(asking));
        if (histories.all().isEmpty()) {
            return asking.refusal(
                    NAME,
                    asking.say(
                            asking.exposure().level() == 0 ? "refusal.mcf" : "refusal.mcf.serial",
                            Rates.subject(asking)));
        }
        List<RepairGroups.Group> groups = by.isPresent() ? RepairGroups.of(histories) : List.of();
        if (by.isPresent() && groups.size() < 2) {
            return asking.refusal(NAME, asking.say("refusal.mcf.groups", Disproportion.word(asking, by.get())));
        }
        return report(asking, histories, groups);
    }

    private static Report report(Asking asking, RepairHistories histories, List<RepairGroups.Group> groups) {
        List<MeanCumulativeFunction.Point> curve = RepairHistories.curve(histories.all());
        List<Finding> findings = new ArrayList<>(differences(asking, groups));
        ageing(asking, histories.all()).ifPresent(findings::add);
        findings.add(Finding.plain(asking.say(
                "mcf.repeated",
                RepairHistories.repaired(histories.all(), 1),
                RepairHistories.units(histories.all()),
                RepairHistories.repaired(histories.all(), 2),
                RepairHistories.repaired(histories.all(), 3))));
        Rates.unmatched(asking).ifPresent(findings::add);
        List<String> without = asking.exposure().productsBelow(3);
        if (!without.isEmpty()) {
            findings.add(new Finding(
                    State.WATCH, "", asking.say("mcf.without", ExposureSummary.named(asking.texts(), without))));
        }
        asking.context()
                .product()
                .ifPresent(it -> findings.add(WarrantyLimits.of(asking).finding(it)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Findings(findings));
        blocks.add(RepeatedRepairsDrawing.chart(asking, curve, groups));
        blocks.add(RepeatedRepairsDrawing.table(asking, curve));
        if (!groups.isEmpty()) {
            blocks.add(RepeatedRepairsDrawing.groups(asking, groups, RepairHistories.mature(curve)));
        }
        return asking.report(
                NAME,
                takeaway(asking, histories.all(), curve),
                List.of(Asking.only(blocks)),
                asking.say("counted.mcf"));
    }

    private static String takeaway(
            Asking asking, List<UnitHistory> histories, List<MeanCumulativeFunction.Point> curve) {
        double month = RepairHistories.mature(curve);
        MeanCumulativeFunction.Point point = RepairHistories.at(curve, month).orElse(curve.get(0));
        return asking.say(
                "mcf.takeaway",
                Math.round(month),
                asking.figures().number(UNITS * point.value()),
                asking.figures().interval(point.interval().times(UNITS)),
                RepairHistories.units(histories),
                RepairHistories.repairs(histories));
    }

    private static List<Finding> differences(Asking asking, List<RepairGroups.Group> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<RepairGroups.Group> different =
                groups.stream().filter(RepairGroups.Group::differs).toList();
        if (different.isEmpty()) {
            return List.of(new Finding(State.QUIET, "", asking.say("mcf.groups.none", groups.size())));
        }
        return different.stream()
                .limit(NAMED)
                .map(group -> new Finding(
                        group.excess() > 0 ? State.STANDS_OUT : State.WATCH,
                        group.name(),
                        asking.say(
                                group.excess() > 0 ? "mcf.group.more" : "mcf.group.fewer",
                                group.repairs(),
                                group.units(),
                                asking.figures().number(Math.abs(group.excess())),
                                asking.figures().chance(group.q()))))
                .toList();
    }

    /** Whether a unit's repairs come faster the older it gets. A failure counts in the middle of its month. */
    private static Optional<Finding> ageing(Asking asking, List<UnitHistory> histories) {
        List<UnitHistory> middles = histories.stream()
                .map(history -> new UnitHistory(
                        history.failures().stream().map(age -> age - 0.5).toList(), history.end(), history.units()))
                .toList();
        if (RepairHistories.repairs(middles) == 0) {
            return Optional.empty();
        }
        LaplaceTrend trend = LaplaceTrend.of(middles);
        String chance = asking.figures().chance(trend.chanceIfSteady());
        if (trend.chanceIfSteady() >= LEVEL) {
            return Optional.of(new Finding(State.QUIET, "", asking.say("mcf.steady", chance)));
        }
        return Optional.of(
                new Finding(State.WATCH, "", asking.say(trend.statistic() > 0 ? "mcf.faster" : "mcf.slower", chance)));
    }

    /** The limit given, or that of the only product asked for. */
    private static Optional<Integer> limit(Asking asking) {
        WarrantyLimits limits = WarrantyLimits.of(asking);
        return asking.context()
                .product()
                .map(limits::months)
                .orElse(asking.context().warrantyMonths());
    }
}
