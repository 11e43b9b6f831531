// SPDX-License-Identifier: Apache-2.0
package io.fieldback.secondengine;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.table.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * What a table says, whatever the order of its rows.
 *
 * @param rows number of rows
 * @param digest sum of the digests of all rows
 */
record Content(long rows, long digest) {
    private static final Content NOTHING = new Content(0, 0);

    /** By Fieldback's own reader. */
    static Content own(Warehouse warehouse, Epoch epoch, Table table) {
        Content[] content = {NOTHING};
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(file, table, row -> content[0] = content[0].plus(text(row)));
        }
        return content[0];
    }

    /** By Iceberg's. */
    static Content iceberg(org.apache.iceberg.Table table, long snapshot) throws Exception {
        Content content = NOTHING;
        try (CloseableIterable<Record> rows =
                IcebergGenerics.read(table).useSnapshot(snapshot).build()) {
            for (Record row : rows) {
                content = content.plus(text(row));
            }
        }
        return content;
    }

    private Content plus(String row) {
        UUID hash = UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8));
        return new Content(rows + 1, digest + hash.getLeastSignificantBits() + 31 * hash.getMostSignificantBits());
    }

    /** The same text for the same value, whichever reader gave it. */
    private static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof Object[] struct) {
            for (Object field : struct) {
                text.append(text(field)).append(';');
            }
        } else if (value instanceof StructLike struct) {
            for (int i = 0; i < struct.size(); i++) {
                text.append(text(struct.get(i, Object.class))).append(';');
            }
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(element -> text.append(text(element)).append(','));
            text.append(']');
        } else if (value instanceof byte[] bytes) {
            text.append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            text.append(HexFormat.of().formatHex(copy));
        } else if (value instanceof OffsetDateTime time) {
            text.append(time.toInstant());
        } else {
            text.append(value);
        }
        return text.toString();
    }
}
