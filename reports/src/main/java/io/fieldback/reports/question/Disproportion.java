// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Models;
import io.fieldback.reports.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which suppliers, lots, batches, regions or sites go with which failures more than chance explains. */
public final class Disproportion {
    /** The name on the command line. */
    public static final String NAME = "disproportion";

    private static final int NAMED = 6;
    private static final int WATCHED = 3;

    private Disproportion() {}

    /** The answer; refused where fewer than two groups are told. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        if (asking.context().by().isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.disproportion.by"));
        }
        GroupBy by = asking.context().by().get();
        asking.keep("grouped_cases");
        asking.keep("grouped_at_risk");
        asking.keep("grouped_failures");
        List<Pair> pairs = Pairs.of(asking);
        if (pairs.stream().map(Pair::group).distinct().count() < 2) {
            return asking.refusal(NAME, asking.say("refusal.disproportion." + by.code()));
        }
        return report(asking, by, pairs);
    }

    private static Report report(Asking asking, GroupBy by, List<Pair> pairs) {
        List<Pair> standouts = pairs.stream().filter(Pair::standsOut).toList();
        boolean exposed = pairs.stream().anyMatch(Pair::exposed);
        List<Finding> findings = new ArrayList<>();
        standouts.stream().limit(NAMED).forEach(pair -> findings.add(finding(asking, by, pair)));
        if (standouts.size() > NAMED) {
            findings.add(Finding.plain(asking.say("disproportion.more", standouts.size() - NAMED)));
        }
        pairs.stream()
                .filter(Pair::isWorthALook)
                .limit(WATCHED)
                .forEach(pair -> findings.add(finding(asking, by, pair)));
        findings.add(Finding.plain(asking.say(exposed ? "disproportion.exposure" : "disproportion.cases")));
        coverage(asking, exposed && !by.ofParts()).ifPresent(findings::add);
        List<Block> blocks = List.of(
                new Block.Findings(findings),
                DisproportionTable.chart(asking, by, pairs),
                DisproportionTable.table(asking, by, pairs));
        String takeaway = standouts.isEmpty()
                ? none(asking, by, pairs)
                : asking.say(
                        "disproportion.takeaway",
                        standouts.size(),
                        pairs.size(),
                        name(asking, by, standouts.get(0)),
                        standouts.get(0).count(),
                        asking.figures().number(standouts.get(0).expected()),
                        asking.figures().number(standouts.get(0).posterior().geometricMean()),
                        asking.figures().number(standouts.get(0).posterior().eb05()));
        return asking.report(
                NAME,
                takeaway,
                List.of(Asking.only(blocks)),
                asking.say(exposed ? "counted.disproportion" : "counted.disproportion.cases"));
    }

    private static String none(Asking asking, GroupBy by, List<Pair> pairs) {
        String none = asking.say("disproportion.takeaway.none", pairs.size(), word(asking, by));
        Pair first = pairs.get(0);
        return first.isWorthALook()
                ? none
                        + asking.say(
                                "disproportion.takeaway.first",
                                name(asking, by, first),
                                first.count(),
                                asking.figures().number(first.expected()),
                                asking.figures().number(first.posterior().eb05()))
                : none;
    }

    private static Finding finding(Asking asking, GroupBy by, Pair pair) {
        String sentence = asking.say(
                "disproportion.finding",
                pair.count(),
                asking.figures().number(pair.expected()),
                asking.figures().number(pair.posterior().geometricMean()),
                asking.figures().number(pair.posterior().eb05()),
                asking.figures().number(pair.posterior().eb95()));
        if (pair.table().both() > 0 && pair.table().columnOnly() > 0) {
            sentence += asking.say(
                    "disproportion.finding.prr",
                    asking.figures().number(pair.table().proportionalReportingRatio()),
                    asking.figures().interval(pair.proportionalInterval()));
        }
        return new Finding(pair.state(), name(asking, by, pair), sentence);
    }

    /** How many failures and units tell their group. */
    private static Optional<Finding> coverage(Asking asking, boolean units) {
        Row row = asking.database().row(Models.sql("group_coverage"));
        long failures = row.count("failures");
        if (failures == 0) {
            return Optional.empty();
        }
        double share = (double) row.count("grouped_failures") / failures;
        String sentence = asking.say(
                "disproportion.coverage",
                row.count("grouped_failures"),
                failures,
                asking.figures().share(share));
        if (units && row.count("units") > 0) {
            sentence += asking.say(
                    "disproportion.coverage.units",
                    row.count("grouped_units"),
                    row.count("units"),
                    asking.figures().share((double) row.count("grouped_units") / row.count("units")));
        }
        return Optional.of(new Finding(share < 0.9 ? State.WATCH : State.PLAIN, "", sentence));
    }

    static String name(Asking asking, GroupBy by, Pair pair) {
        return asking.say("disproportion.name", pair.component(), word(asking, by), pair.group());
    }

    static String word(Asking asking, GroupBy by) {
        return asking.say("word." + by.code());
    }
}
