// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A finished file that no epoch names yet: what its commit needs to know of it. Maps are by field id; values in bounds
 * are in Iceberg's single-value form.
 *
 * @param table table it belongs to
 * @param path place relative to the warehouse, with {@code /}
 * @param rows rows in it
 * @param bytes its size
 * @param columnBytes stored size of each leaf column, bytes
 * @param values values of each leaf column, nulls included
 * @param nulls nulls of each leaf column
 * @param lower lower bound of each leaf column outside of lists that has one
 * @param upper upper bound of the same
 */
public record WrittenFile(
        String table,
        String path,
        long rows,
        long bytes,
        Map<Integer, Long> columnBytes,
        Map<Integer, Long> values,
        Map<Integer, Long> nulls,
        Map<Integer, byte[]> lower,
        Map<Integer, byte[]> upper) {
    private static final int FORMAT = 1;

    /** This, as bytes to send; {@link #fromBytes} reads them. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(table);
            out.writeUTF(path);
            out.writeLong(rows);
            out.writeLong(this.bytes);
            writeLongs(out, columnBytes);
            writeLongs(out, values);
            writeLongs(out, nulls);
            writeBounds(out, lower);
            writeBounds(out, upper);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot serialise " + path + ": " + e, e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #toBytes} wrote. */
    public static WrittenFile fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalArgumentException("Cannot read a written file of format " + format + ": this program"
                        + " knows format " + FORMAT);
            }
            return new WrittenFile(
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    readLongs(in),
                    readLongs(in),
                    readLongs(in),
                    readBounds(in),
                    readBounds(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a written file: " + e, e);
        }
    }

    /** The place of a table's file relative to its warehouse. */
    static String relative(String table, Path file) {
        return table + "/data/" + file.getFileName();
    }

    /** Files have one place, so that a path says which table a file belongs to. */
    static void checkPlace(String table, Path file) {
        if (!file.toAbsolutePath()
                .endsWith(Path.of(table, "data", file.getFileName().toString()))) {
            throw new IllegalArgumentException(
                    "Cannot write " + file + ": a file of table " + table + " belongs in folder " + table + "/data");
        }
    }

    private static void writeLongs(DataOutputStream out, Map<Integer, Long> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<Integer, Long> entry : map.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    private static Map<Integer, Long> readLongs(DataInputStream in) throws IOException {
        Map<Integer, Long> map = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readInt(), in.readLong());
        }
        return map;
    }

    private static void writeBounds(DataOutputStream out, Map<Integer, byte[]> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<Integer, byte[]> entry : map.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
    }

    private static Map<Integer, byte[]> readBounds(DataInputStream in) throws IOException {
        Map<Integer, byte[]> map = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readInt(), in.readNBytes(in.readInt()));
        }
        return map;
    }
}
