// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Law;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads every file of an epoch to its end. What the rows say is for later, when the log is known. */
final class Everything implements Examiner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<Path> read = new HashSet<>();
    private final long records;

    Everything(long records) {
        this.records = records;
    }

    @Override
    public List<Breach> examine(Warehouse warehouse, Epoch epoch) {
        try {
            for (Table table : Tables.all()) {
                for (Path file : warehouse.files(epoch, table.name())) {
                    if (!Files.isRegularFile(file)) {
                        return List.of(new Breach(Law.WHOLE, epoch.number(), "file " + file + " is gone"));
                    }
                    if (!read.contains(file)) {
                        TableReader.read(file, table, row -> {});
                        read.add(file);
                    }
                }
            }
            return List.of();
        } catch (RuntimeException e) {
            if (SmallDisk.refuses(e)) {
                throw e;
            }
            return List.of(new Breach(Law.WHOLE, epoch.number(), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public long unread(Epoch epoch) {
        long next = 0;
        try {
            for (JsonNode position : JSON.readTree(epoch.positionsJson())) {
                next += position.path("next").asLong();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the positions of an epoch: " + e.getOriginalMessage(), e);
        }
        return records - next;
    }
}
