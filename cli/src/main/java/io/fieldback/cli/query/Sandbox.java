// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Confines a connection to the files of one warehouse, for good. */
final class Sandbox {
    private Sandbox() {}

    /** After this the connection reads nothing but the warehouse, loads nothing, and cannot be set otherwise. */
    static void confine(Connection connection, Path warehouse) throws SQLException {
        String folder = warehouse.toAbsolutePath().normalize().toString().replace("'", "''");
        for (String setting : List.of(
                "set allowed_directories = ['" + folder + "/']",
                "set enable_external_access = false",
                "set lock_configuration = true")) {
            // A statement each: DuckDB closes one that failed.
            try (Statement statement = connection.createStatement()) {
                statement.execute(setting);
            }
        }
    }
}
