// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.LocationProviders;
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
        TableMetadataParser.write(to, files.newOutputFile(location));
        staged = TableMetadata.buildFrom(to)
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

    private static int version(TableMetadata metadata) {
        String location = metadata.metadataFileLocation();
        String file = location.substring(location.lastIndexOf('/') + 1);
        return Integer.parseInt(file.substring(0, file.indexOf('-')));
    }
}
