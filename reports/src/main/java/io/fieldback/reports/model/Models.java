// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.model;

import io.fieldback.reports.content.GroupBy;
import io.fieldback.reports.content.ReportContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The SQL models: files of this package, one question each, over the tables and current views of an opened epoch. What
 * the epoch was opened as of, the models are as of.
 */
public final class Models {
    /** Models in the order in which they need each other. */
    public static final List<String> SHARED = List.of(
            "observation",
            "failures",
            "reporting_delays",
            "month_completeness",
            "unit_facts",
            "service_lags",
            "units",
            "units_current",
            "unit_parts",
            "exposure_sources",
            "fleet",
            "units_in_field",
            "unit_failures",
            "exposure_levels",
            "cohorts",
            "exposure",
            "at_risk",
            "aged_failures",
            "r_per_1000",
            "unit_ages",
            "lot_at_risk",
            "lot_failures",
            "scoped_failures",
            "life_end");

    /** Who asks what there is shall see all of it. */
    private static final Pattern CATALOG = Pattern.compile(
            "\\b(information_schema|duckdb_|pg_|sqlite_|query_table|show|describe)", Pattern.CASE_INSENSITIVE);

    private Models() {}

    /** Computes the shared models once, as temporary tables of a connection, and hands back the means to ask them. */
    public static Database load(Connection connection, ReportContext context) {
        Database database = parameters(connection, context);
        for (String model : SHARED) {
            database.run("create or replace temp table " + model + " as " + sql(model));
        }
        return database;
    }

    /**
     * Defines as temporary views of a connection those shared models that a query of people names, and what they need:
     * DuckDB looks through a view when it is made, and through all it is made of, so that the last of them take seconds.
     */
    public static void define(Connection connection, ReportContext context, String query) {
        Database database = parameters(connection, context);
        List<String> needed = needed(query);
        for (String model : SHARED) {
            if (needed.contains(model)) {
                database.run("create or replace temp view " + model + " as " + sql(model));
            }
        }
    }

    /** Whether a query of people asks what there is, and shall see models of all names. */
    public static boolean asksWhatThereIs(String query) {
        return CATALOG.matcher(query).find();
    }

    /** Whether a query names a model. */
    public static boolean names(String query, String model) {
        return Pattern.compile("\\b" + model + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(query)
                .find();
    }

    private static List<String> needed(String query) {
        if (asksWhatThereIs(query)) {
            return SHARED;
        }
        List<String> needed = new ArrayList<>();
        StringBuilder texts = new StringBuilder(query);
        for (int i = SHARED.size() - 1; i >= 0; i--) {
            String model = SHARED.get(i);
            if (names(texts.toString(), model)) {
                needed.add(model);
                texts.append('\n').append(sql(model));
            }
        }
        return needed;
    }

    /** The text of a model. */
    public static String sql(String model) {
        String file = "/io/fieldback/reports/models/" + model + ".sql";
        try (InputStream in = Models.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read model " + model + ": " + e.getMessage(), e);
        }
    }

    private static Database parameters(Connection connection, ReportContext context) {
        Database database = new Database(connection);
        database.run("create or replace temp table parameters as select cast("
                + context.asOf().map(day -> "'" + day + "'").orElse("null") + " as date) as as_of, cast("
                + quoted(context.product().orElse(null)) + " as varchar) as product_model, cast("
                + quoted(context.component().orElse(null)) + " as varchar) as component, cast("
                + quoted(context.by().map(GroupBy::code).orElse(null)) + " as varchar) as grouped_by");
        database.run("create or replace temp table set_aside (component varchar, supplier varchar, lot varchar)");
        database.run("create or replace temp table set_aside_models (product_model varchar, component varchar)");
        return database;
    }

    private static String quoted(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
