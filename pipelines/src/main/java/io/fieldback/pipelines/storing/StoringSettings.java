// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import io.fieldback.lake.epoch.Generation;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * What the writers of a warehouse need to know. Plain values, because it travels with the job.
 *
 * @param warehouse folder, the same on all machines
 * @param lineage random id of this start; a restored state brings its own
 * @param generation number of this process's right to write
 * @param who this process, in words
 * @param takenAt when it took that right
 * @param startEpoch number of the newest epoch at the start, which sources and state begin from; 0 if there was none
 * @param sources what the job reads, in words; state that holds positions in other sources cannot be used
 * @param programVersion version of Fieldback
 * @param clock dates the epochs
 */
public record StoringSettings(
        String warehouse,
        String lineage,
        long generation,
        String who,
        Instant takenAt,
        long startEpoch,
        String sources,
        String programVersion,
        Clock clock)
        implements Serializable {
    /** What a job reads that stops by itself. It begins where the tables say, and leaves nothing to resume. */
    public static final String TO_AN_END = "up to an end";

    /** The warehouse folder. */
    public Path folder() {
        return Path.of(warehouse);
    }

    /** The right to write. */
    public Generation right() {
        return new Generation(generation, who, takenAt);
    }
}
