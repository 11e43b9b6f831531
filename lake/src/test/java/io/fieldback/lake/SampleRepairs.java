// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows of the repairs table, for tests of size: a quarter of what may be empty is, one or two fault lines each. */
public final class SampleRepairs {
    private static final Table REPAIRS = Journals.of(EventType.REPAIR);

    private SampleRepairs() {}

    /** The cells of one repair; the number makes its id and times, the generator the rest. */
    public static @Nullable Object[] row(int i, Random random) {
        return REPAIRS.columns().stream()
                .map(column -> value(column, i, random))
                .toArray();
    }

    private static @Nullable Object value(Column column, int i, Random random) {
        if (!column.required() && random.nextInt(4) == 0) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> column.dictionary() ? "V-" + random.nextInt(40) : "id-" + i + "-" + random.nextInt();
            case LONG -> (long) random.nextInt(100);
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextInt(50) == 0;
            case DATE -> LocalDate.ofEpochDay(20_000 + i % 700);
            case TIMESTAMP -> Instant.ofEpochSecond(1_700_000_000L + i * 60L, 1_000);
            case BYTES -> new byte[8];
            case STRUCT ->
                column.children().stream().map(child -> value(child, i, random)).toArray();
            case LIST -> elements(column, i, random);
        };
    }

    private static List<@Nullable Object> elements(Column column, int i, Random random) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int left = column.name().equals("faults") ? 1 + random.nextInt(2) : 0; left > 0; left--) {
            elements.add(value(column.children().get(0), i, random));
        }
        return elements;
    }
}
