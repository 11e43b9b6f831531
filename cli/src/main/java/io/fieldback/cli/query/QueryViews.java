// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import io.fieldback.pipelines.detection.feed.WatchedCases;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.model.Models;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a query may name beside the tables: the models of the reports, such as {@code units_current}, and the failures as
 * the watch counts them.
 */
public final class QueryViews {
    private QueryViews() {}

    /** Adds the models that a query needs to an opened epoch. */
    public static void define(Connection epoch, ZoneId zone, Optional<LocalDate> asOf, String query) {
        ReportContext context = ReportContext.of(zone, Language.EN);
        Models.define(epoch, asOf.map(context::knownOn).orElse(context), query);
        if (Models.asksWhatThereIs(query)) {
            WatchedCases.announce(epoch);
        } else if (Models.names(query, WatchedCases.MODEL)) {
            WatchedCases.make(epoch);
        }
    }
}
