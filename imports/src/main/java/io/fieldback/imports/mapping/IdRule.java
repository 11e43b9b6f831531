// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.util.List;

/** How the id of an event is made. The number of the row is never part of it: sorting a sheet changes no id. */
public sealed interface IdRule {
    /** Text with {@code {column}} in it; every column must hold something. */
    record Template(String text) implements IdRule {}

    /**
     * A hash of the values of these columns, {@code #} and which occurrence of these values in the file it is, so that
     * rows that repeat each other exactly stay apart.
     *
     * @param columns names; empty for all columns of the sheet
     * @param prefix of the id
     */
    record Identity(List<String> columns, String prefix) implements IdRule {
        /** Copies the names. */
        public Identity {
            columns = List.copyOf(columns);
        }
    }
}
