// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.schemas.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotParser;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** The Iceberg tables of a warehouse, read through the catalog's pointers. */
final class TableStore {
    /** Old metadata files that are kept, for readers that hold a pointer to one. */
    private static final String KEPT_METADATA = "20";

    /** No table is partitioned. */
    private static final Map<Integer, PartitionSpec> SPECS = Map.of(0, PartitionSpec.unpartitioned());

    private final Catalog catalog;
    private final WarehouseFiles files;
    private final Map<String, TableMetadata> read = new ConcurrentHashMap<>();

    TableStore(Catalog catalog, WarehouseFiles files) {
        this.catalog = catalog;
        this.files = files;
    }

    WarehouseFiles files() {
        return files;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        pointers().forEach((name, location) -> {
            TableMetadata metadata = metadata(name, location);
            String grain = metadata.property(TableProperties.COMMENT, "");
            tables.add(TableSchemas.table(name, grain, metadata.schema()));
        });
        return tables;
    }

    /** What the catalog names now. Throws if it names no such table. */
    TableMetadata metadata(String table) {
        return metadata(table, location(pointers(), table));
    }

    /** Tables to be changed from what the catalog names now. */
    List<StagedTable> stage(Collection<String> tables) {
        Map<String, String> pointers = pointers();
        return tables.stream()
                .map(table -> new StagedTable(table, files, metadata(table, location(pointers, table))))
                .toList();
    }

    /** Those tables that have other snapshots than the kept ones of each, staged without them. */
    List<StagedTable> stageWithout(Map<String, Set<Long>> kept) {
        List<StagedTable> tables = stage(kept.keySet());
        tables.forEach(table -> table.keepOnly(kept.getOrDefault(table.name(), Set.of())));
        return tables.stream().filter(StagedTable::isStaged).toList();
    }

    /** Writes down the manifest lists that an older program left to the metadata of tables. */
    void recordSnapshots(Connection connection) throws SQLException {
        for (Map.Entry<String, String> pointer :
                CatalogTables.pointers(connection).entrySet()) {
            for (Snapshot each : metadata(pointer.getKey(), pointer.getValue()).snapshots()) {
                SnapshotRows.insert(
                        connection, pointer.getKey(), each.snapshotId(), files.relative(each.manifestListLocation()));
            }
        }
    }

    /** Remembers what was just written, so that the next epoch need not read it. */
    void published(StagedTable table) {
        read.put(table.name(), table.staged());
    }

    /** The files of a table as an epoch has it. Throws if the epoch has expired. */
    List<Path> files(String table, long snapshot, long epoch) {
        List<Path> paths = new ArrayList<>();
        dataFiles(snapshot(table, snapshot, epoch)).forEach(file -> paths.add(files.place(file.location())));
        paths.sort(null);
        return paths;
    }

    /** Those of them that may have rows with a later day in a column: by the bounds in metadata. */
    List<Path> filesAfter(String table, long snapshot, long epoch, String column, int day) {
        NestedField field = metadata(table).schema().findField(column);
        return field == null
                ? List.of()
                : dataFiles(snapshot(table, snapshot, epoch)).stream()
                        .filter(file -> mayBeAfter(file, field, day))
                        .map(file -> files.place(file.location()))
                        .sorted()
                        .toList();
    }

    private static boolean mayBeAfter(DataFile file, NestedField field, int day) {
        Map<Integer, ByteBuffer> bounds = file.upperBounds();
        ByteBuffer bound = bounds == null ? null : bounds.get(field.fieldId());
        return bound == null || Conversions.<Integer>fromByteBuffer(field.type(), bound) > day;
    }

    /** The same, with their sizes. */
    List<TableFile> tableFiles(String table, long snapshot, long epoch) {
        return dataFiles(snapshot(table, snapshot, epoch)).stream()
                .map(file -> new TableFile(files.relative(file.location()), file.fileSizeInBytes(), file.recordCount()))
                .sorted(Comparator.comparing(TableFile::path))
                .toList();
    }

    /** The greatest upper bound of a column over the files of a snapshot, as Iceberg represents it. */
    Optional<Object> upperBound(String table, long snapshot, long epoch, String column) {
        NestedField field = metadata(table).schema().findField(column);
        if (field == null) {
            return Optional.empty();
        }
        Comparator<Object> order = Comparators.forType(field.type().asPrimitiveType());
        return dataFiles(snapshot(table, snapshot, epoch)).stream()
                .map(file -> file.upperBounds().get(field.fieldId()))
                .filter(Objects::nonNull)
                .<Object>map(bound -> Conversions.fromByteBuffer(field.type(), bound))
                .max(order);
    }

    private Snapshot snapshot(String table, long snapshot, long epoch) {
        Optional<String> list = catalog.read(
                "read the snapshots",
                connection -> SnapshotRows.exist(connection)
                        ? SnapshotRows.list(connection, table, snapshot)
                        : Optional.of(""));
        if (list.isPresent() && !list.get().isEmpty()) {
            return snapshot(snapshot, list.get());
        }
        // The catalog of an older program: the metadata of the table has them all.
        Snapshot found = list.isPresent() ? metadata(table).snapshot(snapshot) : null;
        if (found == null) {
            throw new LakeException("Cannot read epoch " + epoch + ": its snapshot of " + table + " has expired");
        }
        return found;
    }

    /** A snapshot of which only its manifest list is known, relative to the warehouse. */
    Snapshot snapshot(long id, String list) {
        return SnapshotParser.fromJson("{\"snapshot-id\":" + id + ",\"timestamp-ms\":0,\"manifest-list\":\""
                + files.recorded(list).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }

    /** The files of a snapshot, with what is known of them. */
    List<DataFile> dataFiles(@Nullable Snapshot snapshot) {
        List<DataFile> found = new ArrayList<>();
        if (snapshot == null) {
            return found;
        }
        for (ManifestFile manifest : snapshot.dataManifests(files)) {
            try (ManifestReader<DataFile> entries = ManifestFiles.read(manifest, files, SPECS)) {
                entries.forEach(file -> found.add(file.copy()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + manifest.path() + ": " + e, e);
            }
        }
        return found;
    }

    /** Adds the tables and columns that are not there yet, in one transaction. */
    void add(List<Table> tables) {
        catalog.write("add tables", connection -> {
            Map<String, String> pointers = CatalogTables.pointers(connection);
            for (Table table : tables) {
                String location = pointers.get(table.name());
                if (location == null) {
                    CatalogTables.addPointer(
                            connection, table.name(), make(table).newLocation());
                    continue;
                }
                StagedTable widened = widen(table, metadata(table.name(), location));
                if (widened.isStaged()) {
                    CatalogTables.swapPointer(connection, widened);
                }
            }
            return tables.size();
        });
    }

    private StagedTable make(Table table) {
        Map<String, String> properties = Map.of(
                TableProperties.COMMENT,
                table.grain(),
                TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                KEPT_METADATA,
                TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
                "true");
        StagedTable made = new StagedTable(table.name(), files, null);
        made.commit(
                made.current(),
                TableMetadata.newTableMetadata(
                        TableSchemas.schema(table),
                        PartitionSpec.unpartitioned(),
                        files.recorded(table.name()),
                        properties));
        return made;
    }

    private StagedTable widen(Table table, TableMetadata metadata) {
        StagedTable staged = new StagedTable(table.name(), files, metadata);
        UpdateSchema update =
                new BaseTable(staged, table.name()).updateSchema().unionByNameWith(TableSchemas.schema(table));
        Schema widened = update.apply();
        if (!widened.sameSchema(metadata.schema())) {
            update.commit();
        }
        return staged;
    }

    private static String location(Map<String, String> pointers, String table) {
        String location = pointers.get(table);
        if (location == null) {
            throw new LakeException("Cannot find table " + table + ": the warehouse has none of this name");
        }
        return location;
    }

    private Map<String, String> pointers() {
        return catalog.read("read the tables", CatalogTables::pointers);
    }

    /** What a metadata file says. */
    TableMetadata metadata(String table, String location) {
        TableMetadata known = read.get(table);
        if (known != null && location.equals(known.metadataFileLocation())) {
            return known;
        }
        TableMetadata metadata = TableMetadataParser.read(files, location);
        read.put(table, metadata);
        return metadata;
    }
}
