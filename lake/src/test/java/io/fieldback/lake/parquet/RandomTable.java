// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Tables of every shape and rows of theirs, from a seed. */
final class RandomTable {
    private static final String[] TEXTS = {"", "a", "轴承", "water pump", "x".repeat(100), "\uD83D\uDD27", "0"};

    private final Random random;
    private final Table table;

    RandomTable(long seed) {
        this.random = new Random(seed);
        this.table = new Table("things", "one thing", columns("c", 1 + random.nextInt(6), 0));
    }

    Table table() {
        return table;
    }

    List<@Nullable Object[]> rows(int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(values(table.columns()));
        }
        return rows;
    }

    private List<Column> columns(String prefix, int count, int depth) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(column(prefix + i, depth));
        }
        return columns;
    }

    private Column column(String name, int depth) {
        ColumnType[] types = ColumnType.values();
        ColumnType type = types[random.nextInt(depth < 3 ? types.length : types.length - 2)];
        List<Column> children = switch (type) {
            case STRUCT -> columns(name + "_", 1 + random.nextInt(3), depth + 1);
            case LIST -> List.of(column("element", depth + 1));
            case TEXT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP, BYTES -> List.of();
        };
        return new Column(name, type, random.nextBoolean(), random.nextBoolean(), "A column.", children);
    }

    private @Nullable Object[] values(List<Column> columns) {
        return columns.stream().map(this::value).toArray();
    }

    private @Nullable Object value(Column column) {
        if (!column.required() && random.nextInt(3) == 0) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? random.nextInt(1000) : "");
            case LONG -> random.nextBoolean() ? random.nextLong() : (long) random.nextInt(5);
            case DOUBLE -> random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000);
            case TIMESTAMP -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
            case BYTES -> bytes();
            case STRUCT -> values(column.children());
            case LIST -> elements(column.children().get(0));
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<@Nullable Object> elements(Column element) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            elements.add(value(element));
        }
        return elements;
    }
}
