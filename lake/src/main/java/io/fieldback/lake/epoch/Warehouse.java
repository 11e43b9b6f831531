// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.parquet.FieldIds;
import io.fieldback.schemas.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of tables: Parquet files, Iceberg metadata and a catalog, {@code catalog.db}. It may be moved as a whole.
 * Thread-safe, and several processes may have it open; the newest {@link Generation} alone can publish.
 */
public final class Warehouse {
    private static final String ID = "id";
    private static final String ROOT = "root";

    private final Path folder;
    private final String id;
    private final Catalog catalog;
    private final WarehouseFiles files;
    private final TableStore store;
    private volatile WarehouseSettings settings;
    /** An id once given stays; columns that others add meanwhile are not known to this program anyway. */
    private final Map<String, FieldIds> ids = new ConcurrentHashMap<>();

    private volatile long lastCommitMillis;

    private Warehouse(Path folder, Catalog catalog, Map<String, String> settings) {
        this.folder = folder;
        this.id = settings.getOrDefault(ID, "");
        this.catalog = catalog;
        this.files = new WarehouseFiles(setting(settings, ROOT), folder);
        this.store = new TableStore(catalog, files);
        this.settings = stated(settings);
    }

    /** The warehouse in a folder. Throws {@link LakeException} if there is none. */
    public static Warehouse open(Path folder) {
        if (!Files.isRegularFile(folder.resolve(Catalog.FILE))) {
            throw new LakeException("Cannot open warehouse " + folder + ": there is no " + Catalog.FILE + " in it");
        }
        Catalog catalog = new Catalog(folder);
        Map<String, String> settings = catalog.read("open warehouse " + folder, CatalogTables::settings);
        WarehouseFormat.check(folder, settings);
        return new Warehouse(folder, catalog, settings);
    }

    /** The warehouse in a folder, brought up to the format of this program. Throws if there is none. */
    public static Warehouse openForWriting(Path folder) {
        return open(folder).bringUp();
    }

    /**
     * The warehouse in a folder, made if there is none. Tables and columns that it lacks are added; none is taken away.
     * An existing warehouse keeps its settings: compare {@link #settings()}.
     */
    public static Warehouse openOrCreate(Path folder, WarehouseSettings settings, List<Table> tables) {
        try {
            Files.createDirectories(folder);
        } catch (java.io.IOException e) {
            throw new LakeException("Cannot create warehouse " + folder + ": " + e, e);
        }
        Catalog catalog = new Catalog(folder);
        if (Files.isRegularFile(folder.resolve(Catalog.FILE))) {
            WarehouseFormat.check(folder, catalog.read("open warehouse " + folder, CatalogTables::settingsIfAny));
        }
        Map<String, String> stored = catalog.write("open warehouse " + folder, connection -> {
            CatalogTables.create(connection);
            if (CatalogTables.settings(connection).isEmpty()) {
                CatalogTables.setting(connection, WarehouseFormat.SETTING, Integer.toString(WarehouseFormat.CURRENT));
                CatalogTables.setting(connection, ROOT, WarehouseFiles.location(folder));
                CatalogTables.setting(
                        connection, WarehouseSettings.ZONE, settings.zone().getId());
                CatalogTables.setting(connection, WarehouseSettings.KEY, settings.keyFingerprint());
                CatalogTables.setting(connection, WarehouseSettings.RULES, settings.rulesVersion());
            }
            if (!CatalogTables.settings(connection).containsKey(ID)) {
                CatalogTables.setting(connection, ID, UUID.randomUUID().toString());
            }
            return CatalogTables.settings(connection);
        });
        Warehouse warehouse = new Warehouse(folder, catalog, stored).bringUp();
        warehouse.store.add(tables);
        return warehouse;
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** Random id by which state knows its warehouse; a copy of the folder has the same. Empty until it is first written. */
    public String id() {
        return id;
    }

    /** What all its rows depend on. */
    public WarehouseSettings settings() {
        return settings;
    }

    /** Its tables with all their columns, by name. Whether a column has a dictionary is not recorded. */
    public List<Table> tables() {
        return store.tables();
    }

    /** The field ids of a table, which a {@link io.fieldback.lake.parquet.TableWriter} needs. */
    public FieldIds fieldIds(String table) {
        return ids.computeIfAbsent(
                table, name -> TableSchemas.ids(store.metadata(name).schema()));
    }

    /** The epoch that readers see; empty before the first. */
    public Optional<Epoch> newestEpoch() {
        return catalog.read("read the newest epoch", EpochRows::newest);
    }

    /**
     * The newest epoch that neither upkeep nor watching made: what a state was taken at, or a source read to, is compared
     * with this.
     * Its content and positions are those of {@link #newestEpoch()}.
     */
    public Optional<Epoch> newestWritten() {
        return catalog.read("read the newest epoch", EpochRows::newestWritten);
    }

    /** All epochs, oldest first. */
    public List<Epoch> epochs() {
        return catalog.read("read the epochs", EpochRows::all);
    }

    /** The accounts of all epochs up to {@code epoch}, oldest first. */
    public List<EpochAccounts> accounts(long epoch) {
        return catalog.read("read the accounts", connection -> EpochRows.accounts(connection, epoch));
    }

    /** The epoch of a number. */
    public Optional<Epoch> epoch(long number) {
        return catalog.read("read epoch " + number, connection -> EpochRows.numbered(connection, number));
    }

    /** The files of a table as of an epoch, in no particular order but always the same. */
    public List<Path> files(Epoch epoch, String table) {
        Long snapshot = epoch.snapshots().get(table);
        return snapshot == null ? List.of() : store.files(table, snapshot, epoch.number());
    }

    /**
     * The files of a table as of an epoch that may have rows with a later day in a column, from metadata alone.
     *
     * @param day days since 1970
     */
    public List<Path> filesAfter(Epoch epoch, String table, String column, int day) {
        Long snapshot = epoch.snapshots().get(table);
        return snapshot == null ? List.of() : store.filesAfter(table, snapshot, epoch.number(), column, day);
    }

    /** How many rows a table has as of an epoch. */
    public long rows(Epoch epoch, String table) {
        return tableFiles(epoch, table).stream().mapToLong(TableFile::rows).sum();
    }

    /** Which epochs stay readable. */
    public Retention retention() {
        return new Retention(catalog, store);
    }

    /** The files of a table as of an epoch, with their sizes. */
    public List<TableFile> tableFiles(Epoch epoch, String table) {
        Long snapshot = epoch.snapshots().get(table);
        return snapshot == null ? List.of() : store.tableFiles(table, snapshot, epoch.number());
    }

    /**
     * The upper bound of a column of days or times as of an epoch, from metadata alone: days or microseconds since 1970.
     */
    public Optional<Object> upperBound(Epoch epoch, String table, String column) {
        Long snapshot = epoch.snapshots().get(table);
        return snapshot == null ? Optional.empty() : store.upperBound(table, snapshot, epoch.number(), column);
    }

    /** Takes the right to publish from whoever had it. */
    public Generation takeGeneration(String who, Instant at) {
        return catalog.write("take over warehouse " + folder, connection -> {
            long newest = EpochRows.newestGeneration(connection)
                    .map(Generation::number)
                    .orElse(0L);
            Generation next = new Generation(newest + 1, who, at);
            EpochRows.insert(connection, next);
            return next;
        });
    }

    /**
     * Publishes files, positions and accounts as one epoch: all of it or nothing. A draft whose lineage and checkpoint
     * are published already gives that epoch; one that says nothing new gives the newest. Throws
     * {@link FencedException} if another process has taken over, {@link LakeException} if a file is missing.
     */
    public Epoch commit(EpochDraft draft) {
        long start = System.nanoTime();
        FinishedFiles.check(folder, draft.files());
        Epoch epoch = new Publication(catalog, store).publish(new EpochCommit(store, settings, draft));
        lastCommitMillis = (System.nanoTime() - start) / 1_000_000;
        return epoch;
    }

    /**
     * Puts files in the place of others, in one epoch: all of it or nothing. Epochs that come meanwhile are kept;
     * one that is published already gives its epoch. Throws {@link StaleReplacementException} if a file that shall go is gone already or if the replacement was made
     * from an epoch that is no longer the newest, {@link FencedException} if it needs a right that another process took.
     */
    public Epoch replace(Replacement replacement) {
        Optional<Epoch> published =
                catalog.read("find an epoch", connection -> EpochRows.of(connection, replacement.lineage(), 0));
        if (published.isPresent()) {
            return published.get();
        }
        FinishedFiles.check(folder, replacement.added());
        Epoch epoch = new Publication(catalog, store).publish(new ReplacementCommit(store, replacement));
        settings = stated(catalog.read("read the settings", CatalogTables::settings));
        return epoch;
    }

    /**
     * Makes an older epoch the newest again, as a new epoch. Throws {@link FencedException} if another process has taken
     * over, {@link LakeException} if the epoch is not kept or follows other rules.
     */
    public Epoch rollback(Rollback rollback) {
        RollbackCommit change = RollbackCommit.of(store, rollback, newestEpoch(), epoch(rollback.to()));
        return new Publication(catalog, store).publish(change);
    }

    /** A file of this warehouse relative to it, as {@link io.fieldback.lake.parquet.WrittenFile#path()}. */
    public String relative(Path file) {
        return folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** How long the last {@link #commit} of this object took. */
    public long lastCommitMillis() {
        return lastCommitMillis;
    }

    /** A place for a new file of a table; nothing is there yet. {@code hint} begins its name. */
    public Path newFile(String table, String hint) {
        return folder.resolve(table).resolve("data").resolve(hint + "-" + UUID.randomUUID() + ".parquet");
    }

    private Warehouse bringUp() {
        catalog.write("open warehouse " + folder, connection -> {
            int format = WarehouseFormat.of(CatalogTables.settings(connection));
            if (format < WarehouseFormat.CURRENT) {
                CatalogTables.create(connection);
                store.recordSnapshots(connection);
                CatalogTables.setting(connection, WarehouseFormat.SETTING, Integer.toString(WarehouseFormat.CURRENT));
            }
            return format;
        });
        return this;
    }

    private WarehouseSettings stated(Map<String, String> stored) {
        return new WarehouseSettings(
                ZoneId.of(setting(stored, WarehouseSettings.ZONE)),
                setting(stored, WarehouseSettings.KEY),
                setting(stored, WarehouseSettings.RULES));
    }

    private String setting(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new LakeException("Cannot open warehouse " + folder + ": its catalog has no setting " + name);
        }
        return value;
    }
}
