// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.lake.epoch.Epoch;
import java.util.Map;
import java.util.TreeMap;

/** What the row of an epoch says: positions, and accounts since the epoch before. */
record EpochLine(
        Epoch epoch,
        Map<Partition, Long> positions,
        Map<String, Expected.Counts> bySource,
        Map<String, Expected.Counts> bySeenIn) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static EpochLine of(Epoch epoch) {
        Map<Partition, Long> positions = new TreeMap<>();
        for (JsonNode each : parse(epoch.positionsJson())) {
            positions.put(
                    new Partition(
                            each.path("seenIn").asText(), each.path("partition").asInt()),
                    each.path("next").asLong());
        }
        Map<String, Expected.Counts> bySource = new TreeMap<>();
        Map<String, Expected.Counts> bySeenIn = new TreeMap<>();
        for (JsonNode each : parse(epoch.accountsJson())) {
            Expected.Counts counts = new Expected.Counts(
                    each.path("read_records").asLong(),
                    each.path("new_contents").asLong(),
                    each.path("duplicates").asLong(),
                    each.path("rejected").asLong());
            bySource.merge(each.path("source").asText(), counts, Expected.Counts::plus);
            bySeenIn.merge(each.path("seen_in").asText(), counts, Expected.Counts::plus);
        }
        return new EpochLine(epoch, positions, bySource, bySeenIn);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the row of an epoch: " + e.getOriginalMessage(), e);
        }
    }
}
