// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import io.fieldback.simulator.EventFile;
import io.fieldback.simulator.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that die while they judge, by {@code -Pproofs}: the alerts are those of one that nothing disturbed. */
class WatchProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 42);
    private static final int EVENTS = 30_000;
    private static final int PATIENCE_SECONDS = 300;
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void simulate() throws Exception {
        events = folder.resolve("events.ndjson");
        EventFile.write(Simulation.of(SEED, EVENTS), events);
    }

    @Test
    void whoeverDiesWhileJudgingLeavesTheAlertsOfARunThatNothingDisturbed() throws Exception {
        Path smooth = folder.resolve("smooth");
        assertThat(ingest(smooth, null)).isZero();
        List<String> alerts = rows(smooth, Tables.ALERTS);
        assertThat(alerts).as("seed %d", SEED).anyMatch(alert -> alert.contains("|opened|"));
        for (FaultPoint point : List.of(FaultPoint.LOOK_WRITTEN, FaultPoint.LOOK_STAGED, FaultPoint.LOOK_PUBLISHED)) {
            Path killed = folder.resolve(point.name());
            assertThat(ingest(killed, point)).as(point.name()).isEqualTo(KILLED);
            assertThat(rows(killed, Tables.ALERTS))
                    .as(point.name())
                    .isEqualTo(point == FaultPoint.LOOK_PUBLISHED ? alerts : List.of());
            assertThat(ingest(killed, null)).as(point.name()).isZero();
            assertThat(rows(killed, Tables.ALERTS)).as(point.name()).isEqualTo(alerts);
            assertThat(rows(killed, Tables.WATCH_TICKS)).as(point.name()).isEqualTo(rows(smooth, Tables.WATCH_TICKS));
        }
    }

    private int ingest(Path warehouse, @Nullable FaultPoint haltAt) throws Exception {
        try (ChildJvm process = ChildJvm.start(
                folder.resolve("job.log"),
                haltAt == null ? Map.of() : Map.of(JobProcess.HALT_AT, haltAt.name()),
                JobProcess.class,
                "ingest",
                "--events",
                events,
                "--warehouse",
                warehouse)) {
            return process.exit(PATIENCE_SECONDS);
        }
    }

    private static List<String> rows(Path folder, Table table) {
        Warehouse warehouse = Warehouse.open(folder);
        Epoch epoch = warehouse.newestEpoch().orElseThrow();
        List<String> rows = new ArrayList<>();
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(
                    file,
                    table,
                    row -> rows.add(Arrays.stream(row).map(String::valueOf).collect(Collectors.joining("|"))));
        }
        rows.sort(null);
        return rows;
    }
}
