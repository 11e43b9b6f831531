// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.kafka.TopicIdentities;
import io.fieldback.pipelines.intake.IntakePipeline;
import io.fieldback.pipelines.intake.IntakePipeline.Intake;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.journal.JournalPipeline;
import io.fieldback.pipelines.journal.JournalPipeline.Recorded;
import io.fieldback.pipelines.rules.RulePipeline;
import io.fieldback.pipelines.storing.StoringPipeline;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.pipelines.units.UnitPipeline;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job from topics to tables with more and more of its stages behind the journal: what each of them costs. */
public final class StageJob {
    private StageJob() {}

    /** How far it goes. */
    public enum Stages {
        /** Journals and the failure ledger. */
        JOURNAL,
        /** Units too. */
        UNITS,
        /** Units and rules: the whole job. */
        RULES
    }

    /** Runs to the end of the topics, into an empty warehouse. */
    public static Measured run(Topics topics, JobSettings settings, Stages stages) throws Exception {
        Measured measured = Measured.of(topics.records(), () -> {
            KafkaIntake kafka = topics.intake(true);
            WarehouseStart start = FeedbackJob.start(settings, kafka);
            Map<String, String> identities = TopicIdentities.check(kafka, start.positions());
            StreamExecutionEnvironment env = StrictFlink.local(settings);
            DataStream<RawRecord> records = env.fromSource(
                            kafka.source(start.positions(), identities), WatermarkStrategy.noWatermarks(), "records")
                    .uid("records");
            define(
                    IntakePipeline.decode(records, start.intake(settings, kafka.translators(), identities)),
                    start.storing(),
                    settings,
                    stages);
            return env.execute("fieldback-benchmarks");
        });
        Folders.delete(settings.checkpoints());
        return measured;
    }

    private static void define(Intake decoded, StoringSettings storing, JobSettings settings, Stages stages) {
        Recorded recorded = JournalPipeline.recordByCase(decoded.arrivals(), storing, settings.rules());
        switch (stages) {
            case JOURNAL -> StoringPipeline.publish(storing, decoded.notices(), recorded.notices());
            case UNITS ->
                StoringPipeline.publish(
                        storing,
                        decoded.notices(),
                        recorded.notices(),
                        UnitPipeline.enterByUnit(recorded.units(), storing));
            case RULES ->
                StoringPipeline.publish(
                        storing,
                        decoded.notices(),
                        recorded.notices(),
                        UnitPipeline.enterByUnit(recorded.units(), storing),
                        RulePipeline.alertBySubject(recorded.subjects(), storing, settings.rules()));
        }
    }
}
