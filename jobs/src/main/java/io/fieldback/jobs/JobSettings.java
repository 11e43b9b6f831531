// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How a job runs.
 *
 * @param warehouse folder it writes; made if it does not exist
 * @param zone of a new warehouse; one that exists keeps its own
 * @param key for hashes, pseudonyms and seals
 * @param parallelism of all operators but the committer
 * @param epochInterval time between epochs
 * @param checkpoints folder of Flink's checkpoints, a cache that may be deleted
 * @param who this process, in words a person recognises
 * @param programVersion version of Fieldback
 * @param clock dates the epochs
 */
public record JobSettings(
        Path warehouse,
        ZoneId zone,
        PseudonymKey key,
        int parallelism,
        Duration epochInterval,
        Path checkpoints,
        String who,
        String programVersion,
        Clock clock) {}
