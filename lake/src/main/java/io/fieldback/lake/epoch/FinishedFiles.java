// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.parquet.WrittenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;

/** Finished files as Iceberg has them. */
final class FinishedFiles {
    private FinishedFiles() {}

    static Map<String, List<WrittenFile>> byTable(List<WrittenFile> files) {
        Map<String, List<WrittenFile>> byTable = new TreeMap<>();
        files.forEach(file -> byTable.computeIfAbsent(file.table(), table -> new ArrayList<>())
                .add(file));
        return byTable;
    }

    /** {@code recorded} is the location that the file is recorded under. */
    static DataFile dataFile(WrittenFile file, String recorded) {
        return DataFiles.builder(PartitionSpec.unpartitioned())
                .withPath(recorded)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.bytes())
                .withMetrics(new Metrics(
                        file.rows(),
                        file.columnBytes(),
                        file.values(),
                        file.nulls(),
                        null,
                        buffers(file.lower()),
                        buffers(file.upper())))
                .build();
    }

    /** Throws unless every file is there with its size. */
    static void check(Path folder, List<WrittenFile> files) {
        for (WrittenFile file : files) {
            Path place = folder.resolve(file.path());
            try {
                if (!Files.isRegularFile(place)) {
                    throw new LakeException("Cannot publish epoch: file " + place + " is missing");
                }
                long bytes = Files.size(place);
                if (bytes != file.bytes()) {
                    throw new LakeException(
                            "Cannot publish epoch: file " + place + " has " + bytes + " bytes, not " + file.bytes());
                }
            } catch (IOException e) {
                throw new LakeException("Cannot publish epoch: file " + place + " cannot be read: " + e, e);
            }
        }
    }

    private static Map<Integer, ByteBuffer> buffers(Map<Integer, byte[]> bounds) {
        Map<Integer, ByteBuffer> buffers = new HashMap<>();
        bounds.forEach((id, bytes) -> buffers.put(id, ByteBuffer.wrap(bytes)));
        return buffers;
    }
}
