// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.job.WarehouseOption;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.query.Query;
import io.fieldback.cli.query.QueryViews;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.lake.epoch.Warehouse;
import java.sql.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fieldback query}: SQL over the newest epoch of a warehouse, read only. */
@Command(name = "query")
public final class QueryCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    @Parameters(paramLabel = "SQL", descriptionKey = "sql")
    private String sql = "";

    /** A command in its surroundings. */
    public QueryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Warehouse opened = warehouse.open();
        try (Connection views = warehouse.views(opened)) {
            QueryViews.define(views, opened.settings().zone(), warehouse.asOf(), sql);
            Query.answer(views, warehouse.folder(), sql, format, session.out());
        }
        return Exits.OK;
    }
}
