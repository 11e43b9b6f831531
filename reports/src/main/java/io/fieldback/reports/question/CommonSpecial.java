// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which faults of a quarter are common, spread as exposure lets expect, and which are special, bound to a lot, a
 * supplier, a production month, a region or a site.
 */
public final class CommonSpecial {
    /** The name on the command line. */
    public static final String NAME = "common-special";

    /** Matched failures from which the spread of a fault can be judged. */
    private static final long LEAST = 5;

    private static final List<String> AXES = List.of("lot", "production-month", "supplier", "region", "site");
    private static final int LEVEL = 3;
    private static final int NAMED = 8;
    private static final int LISTED = 200;

    private CommonSpecial() {}

    /**
     * A fault of a quarter.
     *
     * @param row quarter, component and counts
     * @param bound the group that tells most, if it is special
     */
    private record Fault(Row row, @Nullable Comparison bound) {
        boolean judged() {
            return bound != null || row.count("matched") >= LEAST;
        }
    }

    /** The answer; refused where units are not known one by one or by batch. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Row> groups = asking.exposure().level() < LEVEL ? List.of() : asking.rows("common_special");
        if (groups.isEmpty()) {
            return asking.refusal(
                    NAME,
                    asking.say(
                            "refusal.common-special",
                            asking.context().product().orElse(asking.say("word.all-products"))));
        }
        List<Comparison> standouts = Comparison.standouts(Comparison.standardised(groups));
        List<Fault> faults = asking.rows("common_special_faults").stream()
                .map(row -> new Fault(row, bound(row, standouts)))
                .toList();
        LocalDate newest = faults.get(0).row().day("quarter");
        List<Finding> findings = new ArrayList<>();
        faults.stream()
                .filter(fault -> fault.bound() != null)
                .limit(NAMED)
                .forEach(fault -> findings.add(finding(asking, fault)));
        if (findings.isEmpty()) {
            findings.add(new Finding(State.QUIET, "", asking.say("common-special.quiet")));
        }
        return asking.report(
                NAME,
                takeaway(asking, newest, faults),
                List.of(Asking.only(List.of(new Block.Findings(findings), table(asking, faults)))),
                asking.say("counted.common-special"));
    }

    /** The group that says most about the cause: a lot before the months and the supplier it is of; then the surest. */
    private static @Nullable Comparison bound(Row fault, List<Comparison> standouts) {
        return standouts.stream()
                .filter(it -> it.row().day("quarter").equals(fault.day("quarter"))
                        && it.row().text("component").equals(fault.text("component")))
                .max(Comparator.comparingInt(
                                (Comparison it) -> -AXES.indexOf(it.row().text("axis")))
                        .thenComparingDouble(it -> it.interval().lower()))
                .orElse(null);
    }

    private static String takeaway(Asking asking, LocalDate newest, List<Fault> faults) {
        List<Fault> latest = faults.stream()
                .filter(fault -> fault.row().day("quarter").equals(newest) && fault.judged())
                .toList();
        List<Fault> special =
                latest.stream().filter(fault -> fault.bound() != null).toList();
        return special.isEmpty()
                ? asking.say("common-special.takeaway.none", quarter(newest), latest.size())
                : asking.say(
                        "common-special.takeaway",
                        quarter(newest),
                        special.size(),
                        latest.size(),
                        headline(asking, special.get(0)));
    }

    private static Finding finding(Asking asking, Fault fault) {
        Comparison it = Objects.requireNonNull(fault.bound());
        return new Finding(
                State.STANDS_OUT,
                quarter(fault.row().day("quarter")) + " · " + headline(asking, fault),
                asking.say(
                        "common-special.finding",
                        it.observed(),
                        fault.row().count("failures"),
                        asking.figures().number(it.expected()),
                        asking.figures().number(it.ratio()),
                        asking.figures().interval(it.interval())));
    }

    private static String headline(Asking asking, Fault fault) {
        return asking.say("common-special.headline", fault.row().text("component"), group(asking, fault));
    }

    private static String group(Asking asking, Fault fault) {
        Comparison it = fault.bound();
        return it == null
                ? ""
                : asking.say(
                        "common-special.axis." + it.row().text("axis"), it.row().text("member"));
    }

    private static Block.Grid table(Asking asking, List<Fault> faults) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Fault fault : faults.subList(0, Math.min(LISTED, faults.size()))) {
            Comparison it = fault.bound();
            String kind = it != null ? "special" : fault.judged() ? "common" : "few";
            rows.add(Arrays.asList(
                    quarter(fault.row().day("quarter")),
                    fault.row().text("component"),
                    fault.row().count("failures"),
                    fault.row().count("matched"),
                    asking.say("common-special.kind." + kind),
                    group(asking, fault),
                    it == null ? null : (Long) it.observed(),
                    it == null ? null : (Double) it.expected(),
                    it == null ? null : (Double) it.ratio(),
                    it == null ? null : (Double) it.interval().lower()));
        }
        return new Block.Grid(
                "faults",
                asking.say("table.common-special"),
                List.of(
                        asking.texts().heading("quarter", TEXT),
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("matched", COUNT),
                        asking.texts().heading("verdict", TEXT),
                        asking.texts().heading("bound_to", TEXT),
                        asking.texts().heading("observed", COUNT),
                        asking.texts().heading("expected", NUMBER),
                        asking.texts().heading("ratio", NUMBER),
                        asking.texts().heading("lower_95", NUMBER)),
                rows);
    }

    private static String quarter(LocalDate first) {
        return first.getYear() + "Q" + ((first.getMonthValue() - 1) / 3 + 1);
    }
}
