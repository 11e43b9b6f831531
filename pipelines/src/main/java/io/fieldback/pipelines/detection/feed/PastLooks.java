// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an epoch has of the looks of before and of the alerts they and others wrote. */
final class PastLooks {
    private static final String KNOWN_ON = "known_on";
    private static final String STANDING = "standing";
    private static final Table LOOKS = new Table(
            Tables.WATCH_TICKS.name(),
            Tables.WATCH_TICKS.grain(),
            List.of(
                    Tables.WATCH_TICKS.columns().get(Tables.WATCH_TICKS.position(KNOWN_ON)),
                    Tables.WATCH_TICKS.columns().get(Tables.WATCH_TICKS.position(STANDING))));

    private static final int ALERT_ID = Tables.ALERTS.position("alert_id");
    private static final int KIND = Tables.ALERTS.position("kind");
    private static final int[] OF_ALERT = Stream.of(
                    "kind", "opened_on", "severity", "product_model", "component", "symptom_code", "cause_code")
            .mapToInt(Tables.ALERTS::position)
            .toArray();

    private PastLooks() {}

    /**
     * A look.
     *
     * @param day by whose end all was known, days since 1970
     * @param standing what the next look has to know
     */
    record Look(int day, String standing) {}

    /** The look that the next one follows. */
    static Optional<Look> last(Warehouse warehouse, Epoch epoch) {
        List<Look> looks = new ArrayList<>();
        read(
                warehouse,
                epoch,
                LOOKS,
                row -> looks.add(new Look((int) ((LocalDate) Objects.requireNonNull(row[0])).toEpochDay(), (String)
                        Objects.requireNonNull(row[1]))));
        return looks.stream().max(Comparator.comparingInt(Look::day));
    }

    /**
     * All changes of alerts, in the order in which they became known. A decision knows its alert by name only: what it
     * leaves to the alert is filled in; a decision about an alert that is not there is left out.
     */
    static List<AlertChange> changes(Warehouse warehouse, Epoch epoch) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        read(warehouse, epoch, Tables.ALERTS, rows::add);
        Map<Object, @Nullable Object[]> alerts = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            if (row[KIND] != null) {
                alerts.put(Objects.requireNonNull(row[ALERT_ID]), row);
            }
        }
        List<AlertChange> changes = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] alert = alerts.get(row[ALERT_ID]);
            if (alert != null) {
                for (int column : OF_ALERT) {
                    row[column] = row[column] == null ? alert[column] : row[column];
                }
                changes.add(AlertChange.of(row));
            }
        }
        changes.sort(Comparator.comparing(AlertChange::knownOn)
                .thenComparing(AlertChange::changedAt)
                .thenComparing(AlertChange::changeId));
        return changes;
    }

    private static void read(Warehouse warehouse, Epoch epoch, Table table, Consumer<@Nullable Object[]> rows) {
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(file, table, rows);
        }
    }
}
