// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads table {@code alerts}, each file once: a file never changes. Upkeep puts rows into new files, so a change may be
 * read again, unless nothing but upkeep came since; its id tells. A decision knows its alert by name only: kind, day,
 * severity and scope are filled in from the alert, and a decision about an alert that is not there waits until it is. No
 * DuckDB is opened for it, so that looking costs milliseconds.
 */
public final class AlertRows {
    private static final int ALERT_ID = Tables.ALERTS.position("alert_id");
    private static final int KIND = Tables.ALERTS.position("kind");

    /** What a decision leaves to its alert. */
    private static final int[] OF_ALERT = List.of(
                    "kind",
                    "opened_on",
                    "severity",
                    "product_model",
                    "component",
                    "symptom_code",
                    "cause_code",
                    "region",
                    "site_id",
                    "source",
                    "subject")
            .stream()
            .mapToInt(Tables.ALERTS::position)
            .toArray();

    private final Warehouse warehouse;
    private final Set<Path> read = new HashSet<>();
    private final Map<String, @Nullable Object[]> alerts = new HashMap<>();
    private final List<@Nullable Object[]> orphans = new ArrayList<>();
    private @Nullable Long snapshot;
    private long newest = -1;

    /** Reads nothing yet. */
    public AlertRows(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** All changes of an epoch. */
    public static List<AlertChange> all(Warehouse warehouse, Epoch epoch) {
        return new AlertRows(warehouse).unread(epoch);
    }

    /** The changes in files of an epoch that were not read yet. After a failure they still are not. */
    public List<AlertChange> unread(Epoch epoch) {
        Long current = epoch.snapshots().get(Tables.ALERTS.name());
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (current != null && !current.equals(snapshot)) {
            List<Path> files = warehouse.files(epoch, Tables.ALERTS.name());
            boolean merged = epoch.kind() == EpochKind.UPKEEP && epoch.number() == newest + 1;
            for (Path file : files) {
                if (!merged && !read.contains(file)) {
                    TableReader.read(file, Tables.ALERTS, rows::add);
                }
            }
            // Names of files that are gone are of no further use.
            read.clear();
            read.addAll(files);
            snapshot = current;
        }
        newest = epoch.number();
        return rows.isEmpty() ? List.of() : changes(rows);
    }

    private List<AlertChange> changes(List<@Nullable Object[]> unread) {
        List<@Nullable Object[]> rows = new ArrayList<>(orphans);
        rows.addAll(unread);
        orphans.clear();
        for (@Nullable Object[] row : rows) {
            if (row[KIND] != null) {
                alerts.put(String.valueOf(row[ALERT_ID]), ofAlert(row));
            }
        }
        List<AlertChange> changes = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            if (row[KIND] != null || filled(row)) {
                changes.add(AlertChange.of(row));
            } else {
                orphans.add(row);
            }
        }
        return changes;
    }

    private boolean filled(@Nullable Object[] decision) {
        @Nullable Object[] alert = alerts.get(String.valueOf(decision[ALERT_ID]));
        if (alert == null) {
            return false;
        }
        for (int i = 0; i < alert.length; i++) {
            decision[OF_ALERT[i]] = alert[i];
        }
        return true;
    }

    private static @Nullable Object[] ofAlert(@Nullable Object[] row) {
        @Nullable Object[] values = new Object[OF_ALERT.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[OF_ALERT[i]];
        }
        return values;
    }
}
