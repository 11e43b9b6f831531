// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;
import org.jspecify.annotations.Nullable;

/**
 * One table's part in an epoch. What Iceberg commits here is written to its metadata file and goes no further: the
 * catalog comes to name that file in the epoch's transaction, with those of the other tables.
 */
final class StagedTable implements TableOperations {
    /** Snapshots that the metadata of a table has at most, for readers of it that go back in time. */
    private static final int KEPT_SNAPSHOTS = 100;

    private final String name;
    private final WarehouseFiles files;
    private final @Nullable TableMetadata base;
    private @Nullable TableMetadata staged;

    /** {@code base} is null for a table that is about to be made. */
    StagedTable(String name, WarehouseFiles files, @Nullable TableMetadata base) {
        this.name = name;
        this.files = files;
        this.base = base;
    }

    String name() {
        return name;
    }

    /** Metadata file that the catalog names now. */
    String oldLocation() {
        return Objects.requireNonNull(base).metadataFileLocation();
    }

    boolean isStaged() {
        return staged != null;
    }

    /** Metadata file that the catalog shall name. */
    String newLocation() {
        return staged().metadataFileLocation();
    }

    TableMetadata staged() {
        return Objects.requireNonNull(staged);
    }

    /** The snapshot that was staged. */
    long snapshot() {
        return staged().currentSnapshot().snapshotId();
    }

    /** Place of the manifest list of that snapshot, relative to the warehouse; empty for a table without rows. */
    Optional<String> manifestList() {
        return Optional.ofNullable(staged().currentSnapshot())
                .map(snapshot -> files.relative(snapshot.manifestListLocation()));
    }

    /** Stages the table without the snapshots that are not among the kept ones, or with a tag, or the current one. */
    void keepOnly(Set<Long> kept) {
        Set<Long> all = new HashSet<>(kept);
        all.addAll(referenced(current()));
        List<Long> gone = current().snapshots().stream()
                .map(Snapshot::snapshotId)
                .filter(id -> !all.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            TableMetadata from = current();
            commit(from, TableMetadata.buildFrom(from).removeSnapshots(gone).build());
        }
    }

    /** Removes the metadata file that lost its race; what it names is left to the sweep. */
    void discard() {
        if (staged != null) {
            files.deleteFile(staged.metadataFileLocation());
        }
    }

    /** After the epoch: deletes metadata files that are older than the table keeps. */
    void deleteOldMetadata() {
        if (base != null) {
            CatalogUtil.deleteRemovedMetadataFiles(files, base, staged());
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Iceberg's own convention for a table that is not there yet.
    public TableMetadata current() {
        return staged == null ? base : staged;
    }

    @Override
    public TableMetadata refresh() {
        return current();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // The contract of commit: the very metadata that current() gave.
    public void commit(TableMetadata from, TableMetadata to) {
        if (from != current()) {
            throw new CommitFailedException("Cannot stage table %s: it was staged from other metadata", name);
        }
        int version = from == null ? 0 : version(from) + 1;
        String file = String.format(Locale.ROOT, "%05d-%s.metadata.json", version, UUID.randomUUID());
        String location = to.location() + "/metadata/" + file;
        TableMetadata trimmed = trimmed(to);
        TableMetadataParser.write(trimmed, files.newOutputFile(location));
        staged = TableMetadata.buildFrom(trimmed)
                .discardChanges()
                .withMetadataLocation(location)
                .build();
    }

    @Override
    public FileIO io() {
        return files;
    }

    @Override
    public String metadataFileLocation(String file) {
        return current().location() + "/metadata/" + file;
    }

    @Override
    public LocationProvider locationProvider() {
        return LocationProviders.locationsFor(current().location(), current().properties());
    }

    /** Epochs find their snapshots in the catalog; the metadata, written anew each time, has the latest ones only. */
    private static TableMetadata trimmed(TableMetadata metadata) {
        List<Snapshot> snapshots = metadata.snapshots();
        if (snapshots.size() <= KEPT_SNAPSHOTS) {
            return metadata;
        }
        Set<Long> referenced = referenced(metadata);
        List<Long> gone = snapshots.subList(0, snapshots.size() - KEPT_SNAPSHOTS).stream()
                .map(Snapshot::snapshotId)
                .filter(id -> !referenced.contains(id))
                .toList();
        return gone.isEmpty()
                ? metadata
                : TableMetadata.buildFrom(metadata).removeSnapshots(gone).build();
    }

    private static Set<Long> referenced(TableMetadata metadata) {
        return metadata.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
    }

    private static int version(TableMetadata metadata) {
        String location = metadata.metadataFileLocation();
        String file = location.substring(location.lastIndexOf('/') + 1);
        return Integer.parseInt(file.substring(0, file.indexOf('-')));
    }
}
