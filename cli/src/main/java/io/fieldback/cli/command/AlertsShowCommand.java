// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.AlertPage;
import io.fieldback.cli.alerts.AlertSlice;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.job.WarehouseOption;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.lake.epoch.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fieldback alerts show ID}: one alert with its history, its evidence, and what there was before. */
@Command(name = "show")
public final class AlertsShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    @Option(names = "--slice", paramLabel = "FILE", descriptionKey = "alerts.slice")
    private @Nullable Path slice;

    @Parameters(paramLabel = "ID", descriptionKey = "alerts.id")
    private String id = "";

    /** A command in its surroundings. */
    public AlertsShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Alerts alerts = Alerts.of(warehouse.folder(), warehouse.asOf());
        AlertState state = alerts.named(id);
        if (slice != null) {
            Warehouse opened = warehouse.open();
            try (Connection views = warehouse.everything(opened)) {
                AlertSlice.write(views, opened.settings().zone(), state, slice);
            }
        }
        new AlertPage(session, alerts, state).print(format);
        return Exits.OK;
    }
}
