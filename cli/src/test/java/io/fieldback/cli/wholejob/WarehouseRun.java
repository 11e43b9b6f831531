// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.wholejob;

import io.fieldback.cli.embedded.SharedFlink;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.jobs.start.StartWish;
import io.fieldback.jobs.start.StateKind;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One warehouse, written by as many processes as a test asks for. */
record WarehouseRun(Path folder) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    JobSettings settings(int parallelism) {
        return settings(parallelism, StateKind.HEAP);
    }

    JobSettings settings(int parallelism, StateKind state) {
        return new JobSettings(
                folder.resolve("warehouse"),
                ZONE,
                new PseudonymKey(new byte[32], "h1"),
                parallelism,
                Duration.ofMillis(500),
                folder.resolve("checkpoints"),
                "test",
                "test",
                Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZONE),
                state,
                new StartWish.Fastest());
    }

    /** The whole job over records given in an order, by one process. */
    WarehouseRun write(List<RawRecord> records, int parallelism) throws Exception {
        return write(records, settings(parallelism));
    }

    /** The same by these settings. */
    WarehouseRun write(List<RawRecord> records, JobSettings settings) throws Exception {
        WarehouseStart start = WarehouseStart.take(settings);
        StreamExecutionEnvironment local = StrictFlink.local(settings);
        StreamExecutionEnvironment env = settings.state() == StateKind.HEAP ? SharedFlink.instead(local) : local;
        DataStream<RawRecord> stream =
                env.fromData(records, TypeInformation.of(RawRecord.class)).uid("records");
        FeedbackJob.define(stream, start.intake(settings, Map.of(), Map.of()), start.storing());
        env.execute();
        return this;
    }

    /** The newest epoch in DuckDB. */
    Connection open(Optional<LocalDate> asOf) {
        Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"));
        Epoch epoch = warehouse.newestEpoch().orElseThrow();
        return EpochViews.open(warehouse, epoch, asOf);
    }
}
