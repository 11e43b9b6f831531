// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * One Flink for all jobs of a test JVM. A job by itself starts a Flink of its own, a second of processor time, which a
 * test of many jobs spends for nothing: what a job is, its settings, state and failures, is its own here too.
 */
public final class SharedFlink implements PipelineExecutorServiceLoader, PipelineExecutorFactory, PipelineExecutor {
    /** Two jobs at once of two parts each, or one of four. */
    private static final int SLOTS = 4;

    private static @Nullable MiniCluster running;

    private final MiniCluster cluster;

    private SharedFlink(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** An environment with the settings of a local one whose jobs run in the shared Flink; its state is on the heap. */
    public static StreamExecutionEnvironment instead(StreamExecutionEnvironment local) throws Exception {
        Configuration settings = Configuration.fromMap(local.getConfiguration().toMap());
        StreamExecutionEnvironment env = new StreamExecutionEnvironment(
                new SharedFlink(cluster()), settings, SharedFlink.class.getClassLoader());
        env.setParallelism(local.getParallelism());
        env.setMaxParallelism(local.getMaxParallelism());
        return env;
    }

    private static synchronized MiniCluster cluster() throws Exception {
        if (running == null) {
            Configuration settings = new Configuration();
            settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
            settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
            settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
            settings.set(JobManagerOptions.JOB_STORE_MAX_CAPACITY, SLOTS);
            settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
            MiniCluster started = new MiniCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(settings)
                    .setNumSlotsPerTaskManager(SLOTS)
                    .withRandomPorts()
                    .build());
            started.start();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> started.closeAsync().join(), "close-shared-flink"));
            running = started;
        }
        return running;
    }

    @Override
    public CompletableFuture<JobClient> execute(Pipeline pipeline, Configuration settings, ClassLoader classes)
            throws Exception {
        return cluster.submitJob(PipelineExecutorUtils.getStreamGraph(pipeline, settings))
                .thenApply(submitted -> new MiniClusterJobClient(
                        submitted.getJobID(), cluster, classes, MiniClusterJobClient.JobFinalizationBehavior.NOTHING));
    }

    @Override
    public PipelineExecutor getExecutor(Configuration settings) {
        return this;
    }

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration settings) {
        return this;
    }

    @Override
    public String getName() {
        return "shared";
    }

    @Override
    public boolean isCompatibleWith(Configuration settings) {
        return true;
    }

    @Override
    public Stream<String> getExecutorNames() {
        return Stream.of(getName());
    }
}
