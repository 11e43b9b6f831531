// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.schemas.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sums the rows of a signed table within equal keys. All days, that of becoming known among them, belong to the key, so
 * a key whose sums are all zero changes no answer as of any day, and is left out. Memory is bounded: when there are too
 * many keys, those so far are passed on, and the sums of a key may stand in several rows, as they did before.
 */
final class SignedRows implements Consumer<@Nullable Object[]> {
    private static final int MOST_KEYS = 200_000;

    private final int[] keys;
    private final int[] sums;
    private final Consumer<@Nullable Object[]> next;
    private final Map<List<@Nullable Object>, @Nullable Object[]> rows = new HashMap<>();

    /** {@code summed} are the names of the columns that are summed. */
    SignedRows(Table table, Set<String> summed, Consumer<@Nullable Object[]> next) {
        int columns = table.columns().size();
        this.keys = positions(table, columns, summed, false);
        this.sums = positions(table, columns, summed, true);
        this.next = next;
    }

    @Override
    public void accept(@Nullable Object[] row) {
        @Nullable Object[] key = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            key[i] = row[keys[i]];
        }
        @Nullable Object[] known = rows.putIfAbsent(Arrays.asList(key), row);
        if (known != null) {
            for (int at : sums) {
                known[at] = Math.addExact(number(known[at]), number(row[at]));
            }
        } else if (rows.size() >= MOST_KEYS) {
            flush();
        }
    }

    /** Passes on what was summed. */
    void flush() {
        for (@Nullable Object[] row : rows.values()) {
            for (int at : sums) {
                if (number(row[at]) != 0) {
                    next.accept(row);
                    break;
                }
            }
        }
        rows.clear();
    }

    /** A measure that came later is missing in older files: nothing was counted then. */
    private static long number(@Nullable Object value) {
        return value == null ? 0 : (Long) value;
    }

    private static int[] positions(Table table, int columns, Set<String> summed, boolean wanted) {
        return java.util.stream.IntStream.range(0, columns)
                .filter(i -> summed.contains(table.columns().get(i).name()) == wanted)
                .toArray();
    }
}
