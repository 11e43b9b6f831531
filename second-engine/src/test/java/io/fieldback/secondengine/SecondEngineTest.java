// SPDX-License-Identifier: Apache-2.0
package io.fieldback.secondengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.upkeep.Upkeep;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.table.Table;
import io.fieldback.simulator.EventFile;
import io.fieldback.simulator.Simulation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's catalog and Iceberg's reader see in every epoch what Fieldback sees, while a job and upkeep go on. */
class SecondEngineTest {
    private static final long SEED = 20_261_122;
    private static final int EVENTS = Integer.getInteger("second.engine.events", 120_000);

    @TempDir
    Path folder;

    private int tables;
    private long rows;

    @Test
    void itAgreesInEveryEpochWhileTheJobRuns() throws Exception {
        Path events = folder.resolve("events.ndjson");
        EventFile.write(Simulation.of(SEED, EVENTS), events);
        JobSettings settings = settings();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        int epochs = 0;
        int during = 0;
        try {
            Future<List<String>> job = thread.submit(() -> FeedbackJob.ingest(settings, List.of(events)));
            long seen = 0;
            boolean ended = false;
            while (!ended) {
                ended = job.isDone();
                Optional<Epoch> newest = newest(settings);
                if (newest.isPresent() && newest.get().number() > seen) {
                    seen = newest.get().number();
                    during += ended ? 0 : 1;
                    compare(Warehouse.open(settings.warehouse()), newest.get());
                    new Upkeep(Warehouse.open(settings.warehouse()), Clock.systemUTC(), "test").due();
                    epochs++;
                }
                Thread.sleep(20);
            }
            job.get();
        } finally {
            thread.shutdownNow();
        }
        new Upkeep(Warehouse.open(settings.warehouse()), Clock.systemUTC(), "test").all();
        compare(Warehouse.open(settings.warehouse()), newest(settings).orElseThrow());
        System.out.printf(
                "%d epochs compared, %d of them while the job ran: %d tables, %d rows%n",
                epochs + 1, during, tables, rows);
        assertThat(during).isGreaterThan(1);
    }

    private void compare(Warehouse warehouse, Epoch epoch) throws Exception {
        try (JdbcCatalog catalog = client(warehouse.folder())) {
            for (Table table : warehouse.tables()) {
                Long snapshot = epoch.snapshots().get(table.name());
                if (snapshot != null) {
                    Content own = Content.own(warehouse, epoch, table);
                    Content other = Content.iceberg(
                            catalog.loadTable(TableIdentifier.of("fieldback", table.name())), snapshot);
                    assertThat(other)
                            .as("%s in epoch %d", table.name(), epoch.number())
                            .isEqualTo(own);
                    tables++;
                    rows += own.rows();
                }
            }
        }
    }

    private static Optional<Epoch> newest(JobSettings settings) {
        try {
            return Warehouse.open(settings.warehouse()).newestEpoch();
        } catch (LakeException notThereYet) {
            return Optional.empty();
        }
    }

    private static JdbcCatalog client(Path warehouse) {
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.initialize(
                "fieldback",
                Map.of(
                        CatalogProperties.URI,
                        "jdbc:sqlite:" + warehouse.resolve("catalog.db"),
                        CatalogProperties.WAREHOUSE_LOCATION,
                        warehouse.toString(),
                        CatalogProperties.FILE_IO_IMPL,
                        LocalFileIo.class.getName()));
        return catalog;
    }

    private JobSettings settings() {
        return new JobSettings(
                folder.resolve("warehouse"),
                ZoneId.of("Asia/Shanghai"),
                new PseudonymKey(new byte[32], "h1"),
                2,
                Duration.ofMillis(500),
                folder.resolve("checkpoints"),
                "test",
                "test",
                Clock.systemUTC());
    }
}
