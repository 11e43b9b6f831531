// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.terminal.Session;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.reports.Overview;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The report on all questions at once over the newest epoch of a warehouse. */
final class OverviewPage {
    private OverviewPage() {}

    static Report of(Session session, Path folder) throws SQLException {
        Warehouse warehouse = Warehouse.open(folder);
        Epoch newest = warehouse
                .newestEpoch()
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot report on " + folder + ": no event has been ingested into it"));
        Language language = Language.of(session.messages().language());
        try (Connection views = EpochViews.open(warehouse, newest, Optional.empty())) {
            return Overview.of(views, ReportContext.of(warehouse.settings().zone(), language));
        }
    }
}
