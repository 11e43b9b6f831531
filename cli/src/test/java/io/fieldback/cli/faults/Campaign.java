// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.embedded.SharedFlink;
import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Oracle;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.jobs.files.EventFiles;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultHandler;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One warehouse, written from event files by jobs that crash by plan, until all is read. */
final class Campaign {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final PseudonymKey KEY = new PseudonymKey(new byte[32], "h1");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZONE);
    private static final Logger LOGGER = LoggerFactory.getLogger(Campaign.class);
    private static final int STARTS = 400;
    private static final int SOME_EPOCHS = 5;
    private static final int PARALLELISM = 2;
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration RESTART_DELAY = Duration.ofMillis(20);

    private final Path folder;
    private final SentLog sent;
    private final Oracle oracle;
    private final Definition definition;

    /** What a job is made of, from its source on. */
    @FunctionalInterface
    interface Definition {
        void define(DataStream<RawRecord> records, IntakeSettings intake, StoringSettings storing);
    }

    Campaign(Path folder, SentLog sent) {
        this(folder, sent, FeedbackJob::define);
    }

    Campaign(Path folder, SentLog sent, Definition definition) {
        this.folder = folder;
        this.definition = definition;
        this.sent = sent;
        this.oracle = new Oracle(sent.records(), KEY, ZONE);
    }

    /** Runs without faults and gives the logical content. */
    String undisturbed() throws Exception {
        start(Optional.empty());
        List<Breach> breaches = oracle.verdict(warehouse());
        if (!breaches.isEmpty()) {
            throw new AssertionError("Without any fault: " + breaches);
        }
        return hash();
    }

    /** Runs by a plan. */
    Verdict run(List<PlannedFault> faults) throws Exception {
        try (EpochReader reader = new EpochReader(warehouseFolder(), Examiner.of(oracle), oracle.size())) {
            FaultPlan plan = new FaultPlan(faults, reader);
            FaultPoint.install(plan);
            PaceFunction.pace = new EpochPace(plan::holdsBack, plan::stretch);
            reader.start();
            try {
                runToTheEnd(plan);
            } finally {
                FaultPoint.install(null);
                PaceFunction.pace = PaceFunction.Pace.FREE;
            }
            return Verdict.of(plan, reader, oracle.verdict(warehouse()), hash());
        }
    }

    /** Runs by a plan while small files are merged beside the job. */
    Verdict runTidied(List<PlannedFault> faults) throws Exception {
        WarehouseStart.open(settings());
        try (Tidying tidying = new Tidying(warehouseFolder(), CLOCK).start()) {
            Verdict verdict = run(faults);
            if (tidying.merged() == 0 || !tidying.failures().isEmpty()) {
                throw new AssertionError(
                        "Cannot tidy beside the job: " + tidying.merged() + " files merged, " + tidying.failures());
            }
            return verdict;
        }
    }

    /** Runs with something else that happens at fault points. */
    Verdict run(Function<EpochReader, FaultHandler> handler) throws Exception {
        try (EpochReader reader = new EpochReader(warehouseFolder(), Examiner.of(oracle), oracle.size())) {
            FaultPoint.install(handler.apply(reader));
            PaceFunction.pace = new EpochPace(() -> reader.epoch() < SOME_EPOCHS, reader::epoch);
            reader.start();
            try {
                start(Optional.empty());
            } finally {
                FaultPoint.install(null);
                PaceFunction.pace = PaceFunction.Pace.FREE;
            }
            return Verdict.of(new FaultPlan(List.of(), reader), reader, oracle.verdict(warehouse()), "");
        }
    }

    /** Starts a second job while the first one runs; either may fail. */
    Verdict runTwoAtOnce() throws Exception {
        try (EpochReader reader = new EpochReader(warehouseFolder(), Examiner.of(oracle), oracle.size())) {
            // The first one hardly moves before the second one writes too: else it may be through when that has begun.
            PaceFunction.pace = new EpochPace(() -> reader.lineages() < 2, () -> Math.min(reader.epoch(), 2));
            reader.start();
            CompletableFuture<Void> first = CompletableFuture.runAsync(this::startOrFail);
            while (reader.epoch() < 1 && !first.isDone()) {
                Thread.sleep(1);
            }
            startOrFail();
            first.join();
            PaceFunction.pace = PaceFunction.Pace.FREE;
            return Verdict.of(new FaultPlan(List.of(), reader), reader, oracle.verdict(warehouse()), "");
        }
    }

    private void startOrFail() {
        try {
            start(Optional.empty());
        } catch (Exception e) {
            LOGGER.info("A job failed: {}", e.toString());
        }
    }

    private void runToTheEnd(FaultPlan plan) throws Exception {
        Optional<Path> checkpoint = Optional.empty();
        for (int start = 0; start < STARTS; start++) {
            int before = plan.hits().size();
            try {
                start(checkpoint);
                return;
            } catch (ExecutionException | RuntimeException e) {
                List<FaultPlan.Hit> hits = plan.hits();
                if (hits.size() == before) {
                    throw e;
                }
                checkpoint = hits.get(hits.size() - 1).fault().fate() == Fate.RESUMED ? retained() : Optional.empty();
            }
        }
        throw new IllegalStateException("Cannot reach the end of the input: " + STARTS + " starts were not enough");
    }

    /** Runs until one fault ends the job. */
    void crash(PlannedFault fault) throws Exception {
        try (EpochReader reader = new EpochReader(warehouseFolder(), Examiner.of(oracle), oracle.size()).start()) {
            FaultPlan plan = new FaultPlan(List.of(fault), reader);
            FaultPoint.install(plan);
            PaceFunction.pace = new EpochPace(plan::holdsBack, plan::stretch);
            startOrFail();
            FaultPoint.install(null);
            PaceFunction.pace = PaceFunction.Pace.FREE;
            if (!plan.vacuous().isEmpty()) {
                throw new IllegalStateException("Cannot crash: " + plan.vacuous());
            }
        }
    }

    /** Starts once more, from the tables, and judges what came of it all. */
    List<Breach> finish() throws Exception {
        start(Optional.empty());
        return oracle.verdict(warehouse());
    }

    /** Files that the newest epoch names. */
    Set<Path> files() {
        Warehouse warehouse = warehouse();
        Epoch newest = warehouse.newestEpoch().orElseThrow();
        Set<Path> files = new HashSet<>();
        for (Table table : Tables.all()) {
            files.addAll(warehouse.files(newest, table.name()));
        }
        return files;
    }

    /** One process: takes the warehouse over and reads on. */
    void start(Optional<Path> checkpoint) throws Exception {
        JobSettings settings = settings();
        WarehouseStart start = WarehouseStart.take(settings);
        EventFiles files = EventFiles.of(sent.files(), start.positions());
        if (files.unread().isEmpty()) {
            return;
        }
        StreamExecutionEnvironment env = SharedFlink.instead(StrictFlink.local(settings));
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, STARTS);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        checkpoint.ifPresent(path -> configuration.set(
                StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
        env.configure(configuration);
        DataStream<RawRecord> records = env.fromSource(files.source(), WatermarkStrategy.noWatermarks(), "events-files")
                .uid("events-files")
                .map(new PaceFunction())
                .returns(TypeInformation.of(RawRecord.class))
                .uid("pace");
        definition.define(records, start.intake(settings, Map.of(), Map.of()), start.storing());
        env.executeAsync("faults").getJobExecutionResult().get();
    }

    private JobSettings settings() {
        return new JobSettings(
                warehouseFolder(),
                ZONE,
                KEY,
                PARALLELISM,
                INTERVAL,
                folder.resolve("checkpoints"),
                "test",
                "test",
                CLOCK);
    }

    /** The checkpoint that the last job kept. */
    Optional<Path> retained() throws IOException {
        return newestCheckpoint(folder.resolve("checkpoints"));
    }

    /** The newest checkpoint that is complete, of whichever job. */
    static Optional<Path> newestCheckpoint(Path checkpoints) throws IOException {
        try (Stream<Path> inside = Files.walk(checkpoints, 3)) {
            return inside.filter(path -> path.endsWith("_metadata"))
                    .max(Comparator.comparingLong(path -> path.toFile().lastModified()))
                    .map(Path::getParent);
        }
    }

    Path warehouseFolder() {
        return folder.resolve("warehouse");
    }

    private Warehouse warehouse() {
        return Warehouse.open(warehouseFolder());
    }

    private String hash() {
        Warehouse warehouse = warehouse();
        return oracle.hash(warehouse, warehouse.newestEpoch().orElseThrow());
    }
}
