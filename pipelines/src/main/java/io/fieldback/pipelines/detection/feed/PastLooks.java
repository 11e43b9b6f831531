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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** All changes of alerts, in the order in which they became known. */
    static List<AlertChange> changes(Warehouse warehouse, Epoch epoch) {
        List<AlertChange> changes = new ArrayList<>();
        read(warehouse, epoch, Tables.ALERTS, row -> changes.add(AlertChange.of(row)));
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
