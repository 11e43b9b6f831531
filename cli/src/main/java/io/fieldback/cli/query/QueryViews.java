// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.model.Database;
import io.fieldback.reports.model.Models;
import io.fieldback.reports.model.Row;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What a query may name beside the tables: the models of the reports, such as {@code units_current}. */
public final class QueryViews {
    private QueryViews() {}

    /** Adds the models to an opened epoch. Throws if a day is asked for that a source cannot speak of. */
    public static void define(Connection epoch, ZoneId zone, Optional<LocalDate> asOf) {
        ReportContext context = ReportContext.of(zone, Language.EN);
        Models.define(epoch, asOf.map(context::knownOn).orElse(context));
        if (asOf.isPresent()) {
            for (Row source : new Database(epoch).rows(Models.sql("go_lives"))) {
                if (asOf.get().isBefore(source.day("go_live_on"))) {
                    throw new IllegalArgumentException("Cannot show what was known on " + asOf.get() + ": source "
                            + source.text("source") + " reports as things happen since " + source.day("go_live_on")
                            + " only; ask for that day or a later one");
                }
            }
        }
    }
}
