// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.parquet.WrittenFile;
import java.time.Instant;
import java.util.List;

/**
 * An epoch to be published.
 *
 * @param generation the writer's
 * @param lineage random id made at a start without restored state
 * @param checkpointId checkpoint that the files belong to; with the lineage it names the epoch
 * @param files finished files of any tables; may be empty
 * @param positionsJson source positions that the tables then cover, as JSON
 * @param accountsJson what was read since the epoch before, as a JSON array of objects with the columns of
 *     {@code intake_accounts} but for epoch and lineage
 * @param programVersion version of Fieldback
 * @param committedAt time of the commit
 */
public record EpochDraft(
        Generation generation,
        String lineage,
        long checkpointId,
        List<WrittenFile> files,
        String positionsJson,
        String accountsJson,
        String programVersion,
        Instant committedAt) {
    /** Copies the list. */
    public EpochDraft {
        files = List.copyOf(files);
    }
}
