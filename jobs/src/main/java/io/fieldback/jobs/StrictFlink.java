// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.jobs.start.StateKind;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink with the strict switches: no generic types, no generated uids, aligned checkpoints one at a time. */
public final class StrictFlink {
    /** Key groups of the journal; it bounds the parallelism for the life of a checkpoint. */
    private static final int MAX_PARALLELISM = 128;

    /** Memory of RocksDB for each parallel part of an embedded job, MiB. */
    private static final int ROCKSDB_MEBIBYTES = 128;

    /** Checkpoints that are kept of a job: the last, and the one before should the last be damaged. */
    private static final int RETAINED = 2;

    private StrictFlink() {}

    /** An embedded Flink for a job. */
    public static StreamExecutionEnvironment local(JobSettings settings) {
        Configuration configuration = configuration(settings);
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, settings.parallelism());
        // RocksDB takes all its memory from here: block cache, filters and write buffers of all parts together.
        int managed = settings.state() == StateKind.ROCKSDB ? ROCKSDB_MEBIBYTES * settings.parallelism() : 32;
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(managed));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        // Heartbeats carry what is known of a rebuild to who asks for it.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
        // Someone waits at the terminal: what fails three times in a row is said, not tried for hours.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 3);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), configuration);
        env.setMaxParallelism(MAX_PARALLELISM);
        return env;
    }

    /** The environment that {@code flink run} gives, made strict. */
    public static StreamExecutionEnvironment submitted(JobSettings settings) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
        env.setMaxParallelism(MAX_PARALLELISM);
        return env;
    }

    /** Lets a job begin with a checkpoint. It is left as it is: the first checkpoint of the job stands on its own. */
    static void restore(StreamExecutionEnvironment env, Path checkpoint) {
        Configuration configuration = new Configuration();
        configuration.set(
                StateRecoveryOptions.SAVEPOINT_PATH,
                checkpoint.toAbsolutePath().toUri().toString());
        configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM);
        env.configure(configuration);
    }

    private static Configuration configuration(JobSettings settings) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.epochInterval());
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.MAX_CONCURRENT_CHECKPOINTS, 1);
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                settings.checkpoints().toAbsolutePath().toUri().toString());
        switch (settings.state()) {
            case HEAP -> configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
            case ROCKSDB -> {
                configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
                configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
                // Most records are of cases never seen: the filter answers that without reading.
                configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
                // In parts: a filter of a million cases is larger than a shard of the cache, so that every look at it
                // would read it from disk again.
                configuration.set(RocksDBOptions.USE_PARTITIONED_INDEX_FILTERS, true);
            }
        }
        // Kept when the job is cancelled or fails, for the next start; deleted when it ends by itself.
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED);
        return configuration;
    }
}
