// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Optional;

/** Opens an epoch in DuckDB. */
public final class EpochViews {
    private EpochViews() {}

    /**
     * A connection to a DuckDB in memory with the tables of an epoch as views.
     *
     * @param asOf shows what was known on that day; all that is known if empty
     */
    public static Connection open(Warehouse warehouse, Epoch epoch, Optional<LocalDate> asOf) {
        throw new UnsupportedOperationException(
                "Cannot open epoch " + epoch.number() + " of " + warehouse.folder() + " as of " + asOf);
    }
}
