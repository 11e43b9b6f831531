// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as lists and plain values, so that those of rows and of DuckDB can be compared. */
final class Plain {
    private Plain() {}

    static @Nullable Object of(@Nullable Object value) throws SQLException {
        if (value instanceof Object[] values) {
            return list(Arrays.asList(values));
        } else if (value instanceof List<?> values) {
            return list(values);
        } else if (value instanceof Struct struct) {
            return list(Arrays.asList(struct.getAttributes()));
        } else if (value instanceof Array array) {
            return list(Arrays.asList((Object[]) array.getArray()));
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Blob blob) {
            return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value;
    }

    private static List<@Nullable Object> list(List<?> values) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(of(value));
        }
        return list;
    }
}
