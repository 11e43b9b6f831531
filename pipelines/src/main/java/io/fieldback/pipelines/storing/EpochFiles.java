// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.schemas.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files one subtask writes between two barriers: one for each table that gets rows, opened on its first row, more
 * where it grows large. Not thread-safe.
 */
public final class EpochFiles implements Closeable {
    /** A file is closed and the next begun at this size, bytes. */
    private static final long MAX_FILE_BYTES = 64L << 20;

    private final Warehouse warehouse;
    private final String writer;
    private final Map<String, TableWriter> open = new LinkedHashMap<>();
    private final List<byte[]> finished = new ArrayList<>();

    /**
     * Files of a warehouse.
     *
     * @param warehouse where they go
     * @param writer names the subtask in file names
     */
    public EpochFiles(Warehouse warehouse, String writer) {
        this.warehouse = warehouse;
        this.writer = writer;
    }

    /** Writes a row. Throws if it does not fit its table. */
    public void write(Table table, @Nullable Object[] row) throws IOException {
        TableWriter file = open.get(table.name());
        if (file == null) {
            file = new TableWriter(table, warehouse.fieldIds(table.name()), warehouse.newFile(table.name(), writer));
            open.put(table.name(), file);
            FaultPoint.WRITER_OPENED.reached();
        }
        file.write(row);
        if (FaultPoint.FILE_FULL.happens() || file.rows() % 1024 == 0 && file.bytes() > MAX_FILE_BYTES) {
            finished.add(file.finish().toBytes());
            open.remove(table.name());
            FaultPoint.FILE_ROLLED.reached();
        }
    }

    /** Closes all files and gives their metadata; nothing may publish them but an epoch. */
    public List<byte[]> finish() throws IOException {
        for (TableWriter file : open.values()) {
            finished.add(file.finish().toBytes());
            FaultPoint.FILE_CLOSED.reached();
        }
        open.clear();
        List<byte[]> all = List.copyOf(finished);
        finished.clear();
        return all;
    }

    /** Deletes what is not finished. */
    @Override
    public void close() throws IOException {
        for (TableWriter file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
