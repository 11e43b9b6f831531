// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;

/**
 * Which files of a warehouse are still needed. Between two replacements the files of a table only grow in number, so
 * those of the oldest kept epochs, of the newest and of the tagged ones are all, together with what was replaced since.
 *
 * @param named places of all files that something names, relative to the warehouse; a manifest that is younger than
 *     {@code writtenAt} less a day may be missing
 * @param due replaced files that no kept epoch has any more
 * @param writtenAt time of the newest epoch that upkeep did not make: files may wait to be published since then
 */
public record NamedFiles(Set<String> named, List<String> due, Instant writtenAt) {
    static NamedFiles of(Catalog catalog, TableStore store, Duration keep) {
        return catalog.read("read what is named", connection -> new Gathering(connection, store, keep).gather());
    }

    /** One look at the catalog. */
    private static final class Gathering {
        private final Connection connection;
        private final TableStore store;
        private final Duration keep;
        private final Set<String> named = new HashSet<>();

        Gathering(Connection connection, TableStore store, Duration keep) {
            this.connection = connection;
            this.store = store;
            this.keep = keep;
        }

        NamedFiles gather() throws SQLException {
            List<KeptEpochs.Age> ages = EpochRows.ages(connection);
            KeptEpochs kept = KeptEpochs.of(ages, RetentionRows.tags(connection), keep);
            Map<Long, Map<String, Long>> snapshots = EpochRows.snapshots(connection);
            for (Map.Entry<String, String> pointer :
                    CatalogTables.pointers(connection).entrySet()) {
                table(pointer.getKey(), pointer.getValue(), kept, snapshots);
            }
            CatalogTables.previousPointers(connection)
                    .values()
                    .forEach(location -> named.add(store.files().relative(location)));
            List<String> due = new ArrayList<>();
            RetentionRows.replaced(connection).forEach((path, epoch) -> {
                // A rollback may have brought a replaced file back.
                if (epoch <= kept.oldest() && !named.contains(path)) {
                    due.add(path);
                } else {
                    named.add(path);
                }
            });
            Instant writtenAt = ages.stream()
                    .filter(age -> age.number() == kept.newestWritten())
                    .map(KeptEpochs.Age::committedAt)
                    .findFirst()
                    .orElse(Instant.MIN);
            return new NamedFiles(named, due, writtenAt);
        }

        private void table(String table, String pointer, KeptEpochs kept, Map<Long, Map<String, Long>> snapshots)
                throws SQLException {
            TableMetadata metadata = store.metadata(table, pointer);
            named.add(store.files().relative(pointer));
            metadata.previousFiles().forEach(each -> named.add(store.files().relative(each.file())));
            Map<Long, String> lists = SnapshotRows.lists(connection, table);
            named.addAll(lists.values());
            Map<Long, Snapshot> whole = new TreeMap<>();
            for (Snapshot each : metadata.snapshots()) {
                named.add(store.files().relative(each.manifestListLocation()));
                manifests(each);
            }
            for (long epoch : ends(kept)) {
                Long snapshot = snapshots.getOrDefault(epoch, Map.of()).get(table);
                String list = snapshot == null ? null : lists.get(snapshot);
                if (snapshot != null && list != null) {
                    whole.putIfAbsent(snapshot, store.snapshot(snapshot, list));
                }
            }
            for (Snapshot each : whole.values()) {
                manifests(each);
                named.addAll(data(each));
            }
            if (metadata.currentSnapshot() != null) {
                named.addAll(data(metadata.currentSnapshot()));
            }
        }

        private static Set<Long> ends(KeptEpochs kept) {
            Set<Long> ends = new TreeSet<>(kept.tagged());
            ends.add(kept.oldest());
            ends.add(kept.newest());
            return ends;
        }

        private void manifests(Snapshot snapshot) {
            for (ManifestFile manifest : snapshot.allManifests(store.files())) {
                named.add(store.files().relative(manifest.path()));
            }
        }

        private Collection<String> data(Snapshot snapshot) {
            return store.dataFiles(snapshot).stream()
                    .map(file -> store.files().relative(file.location()))
                    .toList();
        }
    }
}
