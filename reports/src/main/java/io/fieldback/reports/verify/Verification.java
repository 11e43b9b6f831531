// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.verify;

import io.fieldback.reports.model.Database;
import io.fieldback.reports.model.Row;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Proves the tables against each other, in SQL written apart from the rules of the stream: the journals are recounted
 * and the ledgers, the supersessions, the current views and the accounts must agree, for every known day.
 */
public final class Verification {
    /** The checks in order; each is a file of its own. */
    public static final List<String> CHECKS = List.of(
            "journal-contents",
            "supersessions",
            "current-views",
            "ledger-total",
            "ledger-by-day",
            "cohort-ledger",
            "exposure-ledger",
            "accounts",
            "accounts-and-journals",
            "rejects",
            "rule-alerts",
            "repeat-repairs",
            "personal-data");

    /** What is counted again, in the order in which it is needed. */
    private static final List<String> RECOUNTS = List.of(
            "versions", "cells", "unit_facts", "unit_states", "unit_failures", "cohort_cells", "exposure_cells");

    private static final int SHOWN = 10;

    /** Columns whose values are made by hashing, and so look like anything. */
    private static final Set<String> HASHES = Set.of("content_hash", "customer_key", "hash");

    private final Database database;
    private final CaseRules rules;

    private Verification(Database database, CaseRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * All checks over an opened epoch, with the rules of single cases as they come.
     *
     * @param connection stays open and keeps temporary tables of the recount
     * @param zone in which times become days
     */
    public static List<Check> of(Connection connection, ZoneId zone) {
        return of(connection, zone, CaseRules.STANDARD);
    }

    /**
     * All checks over an opened epoch.
     *
     * @param connection stays open and keeps temporary tables of the recount
     * @param zone in which times become days
     * @param rules by which repeats are recounted; alerts that other rules raised are not
     */
    public static List<Check> of(Connection connection, ZoneId zone, CaseRules rules) {
        Database database = new Database(connection);
        database.run("set TimeZone = '" + zone.getId() + "'");
        for (String recount : RECOUNTS) {
            database.run("create or replace temp table verify_" + recount + " as " + sql(recount));
        }
        Verification verification = new Verification(database, rules);
        return CHECKS.stream().map(verification::check).toList();
    }

    private Check check(String name) {
        String sql = rules.in(sql(name.replace('-', '_')).replace("{texts}", texts()));
        database.run("create or replace temp table verify_differences as " + sql);
        long differing =
                database.row("select count(*) as n from verify_differences").count("n");
        long counted =
                database.row("select (" + header(sql, "counts") + ") as n").count("n");
        List<String> differences = database.rows("select * from verify_differences limit " + SHOWN).stream()
                .map(Row::toString)
                .toList();
        return new Check(name, header(sql, "question"), differing == 0, counted, differing, differences);
    }

    /** Every text column that may not hold personal data, as one column of texts. */
    private static String texts() {
        List<String> selects = new ArrayList<>();
        for (EventType type : EventType.values()) {
            Set<String> identifiers = new HashSet<>();
            for (Field field : type.shape().fields()) {
                if (field.identifier() && !field.column().equals("customer_id")) {
                    identifiers.add(field.column());
                }
            }
            selects.addAll(texts(Tables.named(type.table()), identifiers, "id"));
        }
        selects.addAll(texts(Tables.REJECTED_RECORDS, Set.of(), "hash"));
        selects.addAll(texts(Tables.FAILURE_LEDGER, Set.of(), "null"));
        selects.addAll(texts(Tables.COHORT_LEDGER, Set.of(), "null"));
        selects.addAll(texts(Tables.EXPOSURE_LEDGER, Set.of(), "null"));
        return String.join("\n    union all\n    ", selects);
    }

    private static List<String> texts(Table table, Set<String> identifiers, String id) {
        List<String> selects = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean open = !HASHES.contains(column.name()) && !identifiers.contains(column.name());
            if (column.type() == ColumnType.TEXT && open) {
                selects.add("select '" + table.name() + "." + column.name() + "' as place, " + id + " as id, \""
                        + column.name() + "\" as text from " + table.name());
            }
        }
        return selects;
    }

    private static String header(String sql, String key) {
        return sql.lines()
                .filter(line -> line.startsWith("-- " + key + ":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot read check: it has no line -- " + key));
    }

    private static String sql(String file) {
        String path = "/io/fieldback/reports/verify/" + file + ".sql";
        try (InputStream in = Verification.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read check " + file + ": " + e.getMessage(), e);
        }
    }
}
