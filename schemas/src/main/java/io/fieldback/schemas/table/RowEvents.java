// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.table;

import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.code.Spellings;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a journal back to events, as far as their columns were read: what was not read is absent. */
public final class RowEvents {
    private RowEvents() {}

    /** The event of a row whose values stand in the order of {@code columns}. */
    public static Event event(EventType type, List<Column> columns, @Nullable Object[] row) {
        return (Event) record(type.shape(), columns, row);
    }

    private static <R extends Record> R record(Shape<R> shape, List<Column> columns, @Nullable Object[] row) {
        List<Field> fields = shape.fields();
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            int column = position(columns, fields.get(i).column());
            Object cell = column < 0 ? null : row[column];
            if (cell != null) {
                values[i] = value(fields.get(i), columns.get(column), cell);
            }
        }
        return shape.create(values);
    }

    private static @Nullable Object value(Field field, Column column, Object cell) {
        return switch (field.kind()) {
            case TEXT, INTEGER, NUMBER, FLAG, DAY, INSTANT, TEXTS -> cell;
            case CODE -> code(Spellings.of(field), (String) cell);
            case MONTH -> YearMonth.from((LocalDate) cell);
            case RECORD -> record(field.nested(), column.children(), (@Nullable Object[]) cell);
            case RECORDS -> {
                List<Column> parts = column.children().get(0).children();
                List<Object> records = new ArrayList<>();
                for (Object part : (List<?>) cell) {
                    records.add(record(field.nested(), parts, (@Nullable Object[]) part));
                }
                yield records;
            }
        };
    }

    /** A code that a later program wrote is unmapped here, and never absent: absent means something else. */
    private static Code code(Spellings spellings, String wire) {
        Code code = spellings.find(wire);
        return code == null ? spellings.unmapped() : code;
    }

    private static int position(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
