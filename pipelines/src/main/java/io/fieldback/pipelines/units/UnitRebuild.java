// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an epoch's tables what units were told: the tables are the state.
 *
 * <p>A content is told to every unit that any content of its case names. Of a case with one content these are the ones
 * that it names itself. Cases with several, which stand in the supersessions, are read twice, first for their units
 * alone; the names of those that are kept are in memory meanwhile, some 200 bytes a case.
 */
public final class UnitRebuild {
    /** Takes what the tables know. */
    public interface Target {
        /** Whether this share of the units has the serial number. */
        boolean keeps(String serialNo);

        /** A content that a unit is told of, at its earliest sighting. */
        void sighting(String serialNo, UnitContent content) throws IOException;
    }

    /** An earlier sighting of a content. */
    record Sighting(@Nullable Instant receivedAt, int knownOn) {
        private Sighting earliest(Sighting other) {
            Instant received = receivedAt;
            if (received == null || (other.receivedAt != null && other.receivedAt.isBefore(received))) {
                received = other.receivedAt;
            }
            return new Sighting(received, Math.min(knownOn, other.knownOn));
        }
    }

    private final Warehouse warehouse;
    private final Epoch epoch;

    /** A rebuild from an epoch. */
    public UnitRebuild(Warehouse warehouse, Epoch epoch) {
        this.warehouse = warehouse;
        this.epoch = epoch;
    }

    /** Tells a target of all contents of the units that it keeps. */
    public void into(Target target) {
        Map<String, Sighting> sightings = resightings();
        Map<String, Set<String>> named = named(several(), target);
        FaultPoint.REBUILD_HALF_WAY.reached();
        for (EventType type : UnitFacts.NAMING) {
            UnitColumns columns = UnitColumns.of(type);
            read(columns.table(), row -> {
                String key = key(type, columns.id(row));
                Map<String, List<UnitFact>> facts = columns.facts(row);
                Set<String> units = new HashSet<>(facts.keySet());
                units.addAll(named.getOrDefault(key, Set.of()));
                Sighting earlier = sightings.get(key + '|' + columns.contentHash(row));
                for (String serialNo : units) {
                    if (target.keeps(serialNo)) {
                        List<UnitFact> said = facts.getOrDefault(serialNo, List.of());
                        tell(target, serialNo, columns.content(row, earlier, said));
                    }
                }
            });
        }
    }

    /** Cases with more than one content: all but the last of them is superseded. */
    private CaseKeys several() {
        CaseKeys several = new CaseKeys();
        Table table = Tables.SUPERSESSIONS;
        Table names = new Table(table.name(), table.grain(), table.columns().subList(0, 2));
        read(names, row -> several.add(row[0] + "|" + row[1]));
        return several;
    }

    private Map<String, Set<String>> named(CaseKeys several, Target target) {
        Map<String, Set<String>> named = new HashMap<>();
        if (several.isEmpty()) {
            return named;
        }
        for (EventType type : UnitFacts.NAMING) {
            UnitColumns columns = UnitColumns.namesOnly(type);
            read(columns.table(), row -> {
                String key = key(type, columns.id(row));
                if (several.mayContain(key)) {
                    for (String serialNo : columns.serialNos(row)) {
                        if (target.keeps(serialNo)) {
                            named.computeIfAbsent(key, absent -> new HashSet<>(2))
                                    .add(serialNo);
                        }
                    }
                }
            });
        }
        return named;
    }

    /** The earliest of all further sightings of each content that has any. */
    private Map<String, Sighting> resightings() {
        Map<String, Sighting> sightings = new HashMap<>();
        read(Tables.RESIGHTINGS, row -> {
            EventType type = EventType.ofWire(String.valueOf(row[0]));
            if (type != null && UnitFacts.named(type)) {
                Sighting sighting =
                        new Sighting((Instant) row[3], (int) ((LocalDate) Objects.requireNonNull(row[4])).toEpochDay());
                sightings.merge(row[0] + "|" + row[1] + '|' + row[2], sighting, Sighting::earliest);
            }
        });
        return sightings;
    }

    private void read(Table table, Consumer<@Nullable Object[]> rows) {
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(file, table, rows);
        }
    }

    private static void tell(Target target, String serialNo, UnitContent content) {
        try {
            target.sighting(serialNo, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rebuild unit " + serialNo + ": " + e.getMessage(), e);
        }
    }

    private static String key(EventType type, String id) {
        return type.wire() + '|' + id;
    }
}
