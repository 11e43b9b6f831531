// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.events.Templates;
import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.schemas.event.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** DuckDB alone: the same events as files of JSON, written as the same tables, in one batch. */
public final class Duck {
    private Duck() {}

    /** Reads {@code <type>-*.ndjson} of a folder, writes Parquet into another. */
    public static Measured run(Path json, Path tables, long events, int threads) throws Exception {
        Folders.delete(tables);
        Files.createDirectories(tables);
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("memory_limit", "8GB");
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("temp_directory", tables.resolve("spill").toString());
        return Measured.of(events, () -> {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                    Statement statement = connection.createStatement()) {
                statement.execute("set timezone = 'Asia/Shanghai'");
                for (EventType type : Templates.types()) {
                    journal(statement, type, json, tables);
                }
                ledger(statement, tables);
            }
            return tables;
        });
    }

    private static void journal(Statement statement, EventType type, Path json, Path tables) throws SQLException {
        DuckJournal journal = new DuckJournal(type);
        statement.execute("create temp table " + type.table() + " as select *, md5(hash("
                + journal.columnNames() + ")::varchar) as content_hash from read_json('" + json.toAbsolutePath() + "/"
                + type.wire() + "-*.ndjson', format = 'newline_delimited', columns = {" + journal.columns() + "})");
        statement.execute("create temp table kept as select min(rowid) as kept from " + type.table()
                + " group by id, content_hash");
        copy(
                statement,
                "select " + journal.selected() + " from " + type.table() + " where rowid in (select kept from kept)",
                tables.resolve(type.table() + ".parquet"));
        statement.execute("drop table kept");
    }

    private static void ledger(Statement statement, Path tables) throws SQLException {
        copy(statement, """
                select productModel, component, symptomCode, causeCode, causeClass, region, event_on, known_on,
                    sum(orders) as orders, sum(incidents) as incidents, sum(lines) as fault_lines,
                    sum(complaints) as complaints, sum(returns) as quality_returns, sum(cost) as cost_minor,
                    sum(downtime) as downtime_minutes
                from (
                    select productModel, f.component, f.symptomCode, f.causeCode, causeClass, region,
                        coalesce(failedOn, reportedAt::date) as event_on, receivedAt::date as known_on,
                        (i = 1)::int as orders, 1 as incidents, 1 as lines, 0 as complaints, 0 as returns,
                        coalesce(f.labourMinor, 0) + coalesce(list_sum([p.costMinor for p in f.parts]), 0)
                            + if(i = 1, coalesce(labourMinor, 0) + coalesce(travelMinor, 0), 0) as cost,
                        if(i = 1, coalesce(downtimeMinutes, 0), 0) as downtime
                    from (
                        select *, unnest(faults) as f, unnest(generate_series(1, len(faults))) as i
                        from repairs where serviceKind = 'failure'
                    )
                    union all
                    select productModel, component, symptomCode, null, causeClass, region,
                        complainedAt::date, receivedAt::date, 0, 0, 0, 1, 0, 0, 0
                    from complaints
                    union all
                    select productModel, component, symptomCode, causeCode, 'quality', region,
                        requestedAt::date, receivedAt::date, 0, 0, 0, 0, 1, coalesce(creditMinor, 0), 0
                    from returns where reasonClass = 'quality'
                )
                group by all
                """, tables.resolve("failure_ledger.parquet"));
    }

    private static void copy(Statement statement, String query, Path file) throws SQLException {
        statement.execute("copy (" + query + ") to '" + file.toAbsolutePath() + "' (format parquet, compression zstd)");
    }
}
