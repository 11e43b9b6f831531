// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.time.Instant;
import java.util.Map;

/**
 * A published state of all tables and the source positions it covers.
 *
 * @param number counts from 1 without gaps
 * @param kind who made it
 * @param lineage lineage of its writer
 * @param checkpointId checkpoint of that lineage
 * @param generation number of its writer's generation
 * @param committedAt when it was published, by the writer's clock
 * @param snapshots Iceberg snapshot of each table that has rows
 * @param positionsJson source positions it covers
 * @param accountsJson what was read since the epoch before
 * @param rulesVersion version of the rules that made the ledger entries
 * @param zone zone of its days
 * @param keyFingerprint fingerprint of the key of pseudonyms and hashes
 * @param programVersion version of Fieldback that wrote it
 */
public record Epoch(
        long number,
        EpochKind kind,
        String lineage,
        long checkpointId,
        long generation,
        Instant committedAt,
        Map<String, Long> snapshots,
        String positionsJson,
        String accountsJson,
        String rulesVersion,
        String zone,
        String keyFingerprint,
        String programVersion) {
    /** Copies the map. */
    public Epoch {
        snapshots = Map.copyOf(snapshots);
    }
}
