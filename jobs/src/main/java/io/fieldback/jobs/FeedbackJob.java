// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.jobs.files.EventFiles;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.kafka.Loss;
import io.fieldback.jobs.kafka.LostRecords;
import io.fieldback.jobs.kafka.TopicIdentities;
import io.fieldback.jobs.start.StartChoice;
import io.fieldback.jobs.start.StartPoint;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.intake.IntakePipeline;
import io.fieldback.pipelines.intake.IntakePipeline.Intake;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.journal.JournalPipeline;
import io.fieldback.pipelines.journal.JournalPipeline.Recorded;
import io.fieldback.pipelines.rules.RulePipeline;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.pipelines.storing.StoringPipeline;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.pipelines.units.UnitPipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The one writer of a warehouse: events in, epochs out. */
public final class FeedbackJob {
    private static final String NAME = "fieldback-feedback";

    private FeedbackJob() {}

    /** The whole job over any source of records, with the rules as they come. */
    public static void define(DataStream<RawRecord> records, IntakeSettings intake, StoringSettings storing) {
        define(records, intake, storing, RuleSettings.STANDARD);
    }

    /** The whole job over any source of records. */
    public static void define(
            DataStream<RawRecord> records, IntakeSettings intake, StoringSettings storing, RuleSettings rules) {
        Intake decoded = IntakePipeline.decode(records, intake);
        Recorded recorded = JournalPipeline.recordByCase(decoded.arrivals(), storing, rules);
        DataStream<Notice> units = UnitPipeline.enterByUnit(recorded.units(), storing);
        DataStream<Notice> alerts = RulePipeline.alertBySubject(recorded.subjects(), storing, rules);
        StoringPipeline.publish(storing, decoded.notices(), recorded.notices(), units, alerts);
    }

    /**
     * Reads event files to their end, in an embedded Flink, and returns when all is committed.
     *
     * @return names of the files that had been read before and were skipped
     */
    public static List<String> ingest(JobSettings settings, List<Path> paths) throws Exception {
        WarehouseStart start = WarehouseStart.take(settings);
        EventFiles files = EventFiles.of(paths, start.positions());
        Optional<JobClient> job = run(settings, start, files);
        if (job.isPresent()) {
            job.get().getJobExecutionResult().get();
        }
        return files.finished();
    }

    /** Starts to read event files, in an embedded Flink; nothing is started if all were read before. */
    public static Optional<JobClient> run(JobSettings settings, WarehouseStart start, EventFiles files)
            throws Exception {
        if (files.unread().isEmpty()) {
            return Optional.empty();
        }
        StreamExecutionEnvironment env = StrictFlink.local(settings);
        DataStream<RawRecord> records = env.fromSource(files.source(), WatermarkStrategy.noWatermarks(), "events-files")
                .uid("events-files");
        define(records, start.intake(settings, Map.of(), Map.of()), start.storing(), settings.rules());
        return Optional.of(env.executeAsync(NAME));
    }

    /** Starts to read Kafka topics, in an embedded Flink or on the cluster it was submitted to. */
    public static JobClient ingest(JobSettings settings, KafkaIntake kafka, StreamExecutionEnvironment env)
            throws Exception {
        return run(settings, start(settings, kafka), kafka, env);
    }

    /**
     * Looks whether Kafka topics can be read from where the warehouse stands, and takes the right to do so. Whatever is
     * wrong with them is told before that, so that a start that comes to nothing stops nobody.
     */
    public static WarehouseStart start(JobSettings settings, KafkaIntake kafka) throws Exception {
        Warehouse warehouse = WarehouseStart.open(settings);
        TopicIdentities.check(kafka, positions(warehouse));
        String sources = settings.sources(kafka.sources());
        // A checkpoint may be ahead of the newest epoch; what of that is lost, its reading tells.
        boolean restored = WarehouseStart.point(settings, warehouse, sources) instanceof StartPoint.Checkpoint;
        List<LostRecords> lost = restored ? List.of() : LostRecords.of(kafka, positions(warehouse));
        if (kafka.loss() == Loss.REFUSED) {
            LostRecords.refuse(lost);
        }
        WarehouseStart start = WarehouseStart.take(settings, sources);
        if (lost.isEmpty()) {
            return start;
        }
        LossEpoch.publish(settings, start, LostRecords.of(kafka, start.positions()));
        return start.again(settings);
    }

    /** Throws what is wrong with topics, in a sentence, if that is why a job that read them has failed. */
    public static void explain(JobSettings settings, KafkaIntake kafka) throws InterruptedException {
        List<Progress> positions = positions(WarehouseStart.open(settings));
        TopicIdentities.check(kafka, positions);
        LostRecords.refuse(LostRecords.of(kafka, positions));
    }

    /** Starts to read Kafka topics from where a start has found the warehouse. */
    public static JobClient run(
            JobSettings settings, WarehouseStart start, KafkaIntake kafka, StreamExecutionEnvironment env)
            throws Exception {
        Map<String, String> identities = TopicIdentities.check(kafka, start.positions());
        List<Path> stale = start.stale(settings);
        if (start.point() instanceof StartPoint.Checkpoint restored) {
            StrictFlink.restore(env, restored.path());
        }
        DataStream<RawRecord> records = env.fromSource(
                        kafka.source(start.positions(), identities), WatermarkStrategy.noWatermarks(), "events-kafka")
                .uid("events-kafka");
        define(records, start.intake(settings, kafka.translators(), identities), start.storing(), settings.rules());
        JobClient job = env.executeAsync(NAME);
        StartChoice.delete(stale);
        return job;
    }

    private static List<Progress> positions(Warehouse warehouse) {
        return warehouse
                .newestEpoch()
                .map(epoch -> EpochJson.positions(epoch.positionsJson()))
                .orElse(List.of());
    }
}
