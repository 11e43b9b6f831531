// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.jobs.start.StartWish;
import io.fieldback.jobs.start.StateKind;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a job runs.
 *
 * @param warehouse folder it writes; made if it does not exist
 * @param zone of the warehouse; null takes that of one that exists, and {@link #USUAL_ZONE} for a new one
 * @param key for hashes, pseudonyms and seals
 * @param parallelism of all operators but the committer
 * @param epochInterval time between epochs
 * @param checkpoints folder of Flink's checkpoints, a cache that may be deleted
 * @param who this process, in words a person recognises
 * @param programVersion version of Fieldback
 * @param clock dates the epochs
 * @param state where the job keeps what it knows of cases
 * @param wish what to begin with
 * @param rules by which single cases raise alerts
 */
public record JobSettings(
        Path warehouse,
        @Nullable ZoneId zone,
        PseudonymKey key,
        int parallelism,
        Duration epochInterval,
        Path checkpoints,
        String who,
        String programVersion,
        Clock clock,
        StateKind state,
        StartWish wish,
        RuleSettings rules) {
    /** Where a new warehouse takes its days if nobody says. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

    /** Settings of a job with the rules as they come. */
    public JobSettings(
            Path warehouse,
            @Nullable ZoneId zone,
            PseudonymKey key,
            int parallelism,
            Duration epochInterval,
            Path checkpoints,
            String who,
            String programVersion,
            Clock clock,
            StateKind state,
            StartWish wish) {
        this(
                warehouse,
                zone,
                key,
                parallelism,
                epochInterval,
                checkpoints,
                who,
                programVersion,
                clock,
                state,
                wish,
                RuleSettings.STANDARD);
    }

    /** Settings of a job with its state on the heap, which starts the fastest way there is. */
    public JobSettings(
            Path warehouse,
            @Nullable ZoneId zone,
            PseudonymKey key,
            int parallelism,
            Duration epochInterval,
            Path checkpoints,
            String who,
            String programVersion,
            Clock clock) {
        this(
                warehouse,
                zone,
                key,
                parallelism,
                epochInterval,
                checkpoints,
                who,
                programVersion,
                clock,
                StateKind.HEAP,
                new StartWish.Fastest());
    }

    /** The same with other rules. */
    public JobSettings with(RuleSettings others) {
        return new JobSettings(
                warehouse,
                zone,
                key,
                parallelism,
                epochInterval,
                checkpoints,
                who,
                programVersion,
                clock,
                state,
                wish,
                others);
    }

    /**
     * What the job reads and by which rules, in words: state that knows other sources, or knows cases by other rules, is
     * of no use to it.
     */
    String sources(String read) {
        boolean standard = rules.fingerprint().equals(RuleSettings.STANDARD.fingerprint());
        return standard || read.equals(StoringSettings.TO_AN_END)
                ? read
                : read + ", single cases by rules " + rules.fingerprint();
    }
}
