// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink with the strict switches: no generic types, no generated uids, aligned checkpoints one at a time. */
public final class StrictFlink {
    /** Key groups of the journal; it bounds the parallelism for the life of a checkpoint. */
    private static final int MAX_PARALLELISM = 128;

    private StrictFlink() {}

    /** An embedded Flink for a job. */
    public static StreamExecutionEnvironment local(JobSettings settings) {
        Configuration configuration = configuration(settings);
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, settings.parallelism());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
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
        return configuration;
    }
}
