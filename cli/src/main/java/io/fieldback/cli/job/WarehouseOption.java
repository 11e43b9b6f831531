// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.EpochViews;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which warehouse is read, and as known on which day. */
public final class WarehouseOption {
    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path folder = Path.of("");

    @Option(names = "--as-of", paramLabel = "DAY", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The day up to whose knowledge is read; empty for all that is known. */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /** The warehouse. Throws if there is none in the folder. */
    public Warehouse open() {
        return Warehouse.open(folder);
    }

    /** The newest epoch of a warehouse. Throws if it has none. */
    public Epoch newest(Warehouse warehouse) {
        return warehouse
                .newestEpoch()
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot read warehouse " + folder + ": nothing has been ingested into it yet"));
    }

    /** The newest epoch as views with all that is known, whatever day was asked for. */
    public Connection everything(Warehouse warehouse) throws SQLException {
        return EpochViews.open(warehouse, newest(warehouse), Optional.empty());
    }

    /**
     * The newest epoch as views, as known on the day that was asked for. Throws if that day lies before the go-live of a
     * source: what was known then is not on record.
     */
    public Connection views(Warehouse warehouse) throws SQLException {
        Epoch newest = newest(warehouse);
        if (asOf != null) {
            // Asked of all that is known: on an early day nothing of the source is known, not even its go-live.
            try (Connection all = EpochViews.open(warehouse, newest, Optional.empty())) {
                GoLives.check(all, asOf);
            }
        }
        return EpochViews.open(warehouse, newest, asOf());
    }
}
