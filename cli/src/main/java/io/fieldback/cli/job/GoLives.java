// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.reports.model.Database;
import io.fieldback.reports.model.Models;
import io.fieldback.reports.model.Row;
import java.sql.Connection;
import java.time.LocalDate;

/** Since when each source reports as things happen. Before that day its knowledge is not on record. */
final class GoLives {
    private GoLives() {}

    /** Throws if a day lies before the go-live of a source. */
    static void check(Connection epoch, LocalDate asOf) {
        for (Row source : new Database(epoch).rows(Models.sql("go_lives"))) {
            if (asOf.isBefore(source.day("go_live_on"))) {
                throw new IllegalArgumentException("Cannot show what was known on " + asOf + ": source "
                        + source.text("source") + " reports as things happen since " + source.day("go_live_on")
                        + " only; ask for that day or a later one");
            }
        }
    }
}
