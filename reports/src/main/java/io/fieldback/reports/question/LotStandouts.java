// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Supplier lots that fail more than the other lots of the same component at the same age. */
final class LotStandouts {
    private final List<Comparison> all;
    private final List<Comparison> standouts;

    private LotStandouts(List<Comparison> all) {
        this.all = all;
        this.standouts = Comparison.standouts(all);
    }

    static LotStandouts of(Asking asking) {
        return new LotStandouts(Comparison.standardised(asking.rows("lot_comparison")));
    }

    List<Comparison> all() {
        return all;
    }

    List<Comparison> standouts() {
        return standouts;
    }

    /** Tells the models that compare what is left over to leave these lots out. */
    void setAside(Asking asking) {
        asking.database()
                .run("create or replace temp table set_aside (component varchar, supplier varchar, lot varchar)");
        for (Comparison lot : standouts) {
            asking.database()
                    .run("insert into set_aside values (" + quoted(lot.row().textOrNull("component")) + ", "
                            + quoted(lot.row().textOrNull("supplier")) + ", "
                            + quoted(lot.row().textOrNull("lot")) + ")");
        }
    }

    /** A sentence for each component and supplier: lots, production months, ratio, units still in the field. */
    List<Finding> findings(Asking asking) {
        Map<List<String>, List<Comparison>> bySupplier = new LinkedHashMap<>();
        for (Comparison lot : standouts) {
            bySupplier
                    .computeIfAbsent(
                            List.of(lot.row().text("component"), lot.row().text("supplier")),
                            absent -> new ArrayList<>())
                    .add(lot);
        }
        List<Finding> findings = new ArrayList<>();
        bySupplier.forEach((key, lots) -> findings.add(finding(asking, key.get(0), key.get(1), lots)));
        return findings;
    }

    private static Finding finding(Asking asking, String component, String supplier, List<Comparison> lots) {
        List<Row> rows = lots.stream().map(Comparison::row).toList();
        List<String> names = rows.stream().map(row -> row.text("lot")).sorted().toList();
        long observed = lots.stream().mapToLong(Comparison::observed).sum();
        double expected = lots.stream().mapToDouble(Comparison::expected).sum();
        Comparison first = lots.get(0);
        String sentence = asking.say(
                "lots.finding",
                observed,
                asking.figures().number(expected),
                asking.figures().number(observed / expected),
                asking.figures().interval(first.interval()),
                months(asking, earliest(rows, "first_month"), latest(rows, "last_month")),
                rows.stream().mapToLong(row -> row.count("units")).sum(),
                rows.stream()
                        .map(row -> row.text("first_serial"))
                        .min(String::compareTo)
                        .orElse("–"),
                rows.stream()
                        .map(row -> row.text("last_serial"))
                        .max(String::compareTo)
                        .orElse("–"),
                rows.stream().mapToLong(row -> row.count("units_in_field")).sum(),
                rows.stream().map(row -> row.text("product_models")).distinct().collect(Collectors.joining(", ")));
        LocalDate firstFailed = earliest(rows, "first_failed_on");
        if (firstFailed != null) {
            sentence += asking.say("lots.since", firstFailed.toString());
        }
        return new Finding(
                State.STANDS_OUT,
                asking.say("lots.headline", component, supplier, ExposureSummary.named(asking.texts(), names)),
                sentence);
    }

    static String months(Asking asking, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            return "–";
        }
        return first.equals(last)
                ? asking.figures().month(first)
                : asking.say(
                        "months.range",
                        asking.figures().month(first),
                        asking.figures().month(last));
    }

    private static @Nullable LocalDate earliest(List<Row> rows, String column) {
        return rows.stream()
                .filter(row -> !row.isNull(column))
                .map(row -> row.day(column))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate latest(List<Row> rows, String column) {
        return rows.stream()
                .filter(row -> !row.isNull(column))
                .map(row -> row.day(column))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static String quoted(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
