// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.jobs.files.EventFiles;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.kafka.TopicIdentities;
import io.fieldback.pipelines.intake.IntakePipeline;
import io.fieldback.pipelines.intake.IntakePipeline.Intake;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.journal.JournalPipeline;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringPipeline;
import io.fieldback.pipelines.storing.StoringSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The one writer of a warehouse: events in, epochs out. */
public final class FeedbackJob {
    private static final String NAME = "fieldback-feedback";

    private FeedbackJob() {}

    /** The whole job over any source of records. */
    public static void define(DataStream<RawRecord> records, IntakeSettings intake, StoringSettings storing) {
        Intake decoded = IntakePipeline.decode(records, intake);
        DataStream<Notice> recorded = JournalPipeline.recordByCase(decoded.arrivals(), storing);
        StoringPipeline.publish(storing, decoded.notices(), recorded);
    }

    /**
     * Reads event files to their end, in an embedded Flink, and returns when all is committed.
     *
     * @return names of the files that had been read before and were skipped
     */
    public static List<String> ingest(JobSettings settings, List<Path> paths) throws Exception {
        WarehouseStart start = WarehouseStart.take(settings);
        EventFiles files = EventFiles.of(paths, start.positions());
        if (!files.unread().isEmpty()) {
            StreamExecutionEnvironment env = StrictFlink.local(settings);
            DataStream<RawRecord> records = env.fromSource(
                            files.source(), WatermarkStrategy.noWatermarks(), "events-files")
                    .uid("events-files");
            define(records, start.intake(settings, Map.of(), Map.of()), start.storing());
            env.execute(NAME);
        }
        return files.finished();
    }

    /** Starts to read Kafka topics, in an embedded Flink or on the cluster it was submitted to. */
    public static JobClient ingest(JobSettings settings, KafkaIntake kafka, StreamExecutionEnvironment env)
            throws Exception {
        WarehouseStart start = WarehouseStart.take(settings);
        Map<String, String> identities = TopicIdentities.check(kafka, start.positions());
        DataStream<RawRecord> records = env.fromSource(
                        kafka.source(start.positions()), WatermarkStrategy.noWatermarks(), "events-kafka")
                .uid("events-kafka");
        define(records, start.intake(settings, kafka.translators(), identities), start.storing());
        return env.executeAsync(NAME);
    }
}
