// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Unreadable;
import io.fieldback.imports.cell.Words;
import io.fieldback.schemas.wire.RejectReason;
import java.util.Map;

/**
 * What a source calls a thing and what it is called here.
 *
 * @param name of the table in the mapping
 * @param values by {@link Words#value}
 * @param unknown what to do with a value that is not in the table
 */
public record ValueTable(String name, Map<String, String> values, Unknown unknown) implements Step {
    /** What to do with a value that no rule covers. */
    public enum Unknown {
        /** Keep it as it is. */
        KEEP,
        /** Leave the field empty. */
        EMPTY,
        /** Refuse the row. */
        REFUSE
    }

    /** Copies the values. */
    public ValueTable {
        values = Map.copyOf(values);
    }

    @Override
    public Cell apply(Cell cell) {
        String value = values.get(Words.value(cell.asText()));
        return value != null ? Cell.text(value) : otherwise(cell, unknown, "table " + name);
    }

    static Cell otherwise(Cell cell, Unknown unknown, String rule) {
        return switch (unknown) {
            case KEEP -> cell;
            case EMPTY -> Cell.EMPTY;
            case REFUSE ->
                throw new Unreadable(RejectReason.E_MAP_NO_RULE, "'" + cell.asText() + "' is not covered by " + rule);
        };
    }
}
