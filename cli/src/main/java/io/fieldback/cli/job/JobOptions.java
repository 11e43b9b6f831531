// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Version;
import io.fieldback.cli.watch.CaseRulesFile;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.start.StartWish;
import io.fieldback.jobs.start.StateKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all commands that write a warehouse. */
public final class JobOptions {
    private static final Duration BOUNDED_INTERVAL = Duration.ofSeconds(5);
    private static final Duration CONTINUOUS_INTERVAL = Duration.ofSeconds(60);

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "zone")
    private @Nullable ZoneId zone;

    @Option(names = "--parallelism", paramLabel = "N", descriptionKey = "parallelism", defaultValue = "2")
    private int parallelism = 2;

    @Option(names = "--state", paramLabel = "heap|rocksdb", descriptionKey = "state-kind", defaultValue = "heap")
    private StateKind state = StateKind.HEAP;

    @Option(names = "--checkpoints", paramLabel = "DIR", descriptionKey = "checkpoints")
    private @Nullable Path checkpoints;

    @Option(names = "--epoch-seconds", paramLabel = "N", descriptionKey = "epoch-seconds")
    private @Nullable Integer epochSeconds;

    @Option(names = "--no-alerts", descriptionKey = "no-alerts")
    private boolean noAlerts;

    @Mixin
    private KeyOption key = new KeyOption();

    /** The folder of checkpoints that the user wants to keep; null if they are of no further use. */
    @Nullable
    Path checkpoints() {
        return checkpoints;
    }

    /** Parallel parts of the job. */
    int parallelism() {
        return parallelism;
    }

    /** Whether the days that are read are judged for alerts. */
    boolean alerts() {
        return !noAlerts;
    }

    /** Settings of a job that writes a warehouse, with its checkpoints in a folder. */
    JobSettings settings(Session session, Path warehouse, Path checkpointFolder, boolean bounded, StartWish wish) {
        Duration interval = bounded ? BOUNDED_INTERVAL : CONTINUOUS_INTERVAL;
        return new JobSettings(
                warehouse,
                zone,
                key.load(session),
                parallelism,
                epochSeconds == null ? interval : Duration.ofSeconds(epochSeconds),
                checkpointFolder,
                "fieldback, process " + ProcessHandle.current().pid(),
                Version.number(),
                session.clock(),
                state,
                wish,
                CaseRulesFile.of(warehouse));
    }
}
