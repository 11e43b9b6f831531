// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;

/** Writes rows as they are: no value is rounded or cut. */
public interface Answer {
    /** Writes all rows. */
    void write(Rows rows, PrintWriter out) throws SQLException, IOException;

    /** The forms of an answer. */
    enum Format {
        /** Columns for people. */
        TABLE,
        /** RFC 4180; null is an empty field, an empty text is {@code ""}. */
        CSV,
        /** An array of objects. */
        JSON;

        /** The writer of this form. */
        public Answer answer() {
            return switch (this) {
                case TABLE -> new TableAnswer();
                case CSV -> new CsvAnswer();
                case JSON -> new JsonAnswer();
            };
        }
    }
}
