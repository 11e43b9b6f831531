// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A job in processes that believe it is another day: it reads a topic into a warehouse and judges its days.
 *
 * @param folder of its tables
 * @param servers of the broker
 * @param topic it reads
 * @param channel where the job is told to tell of alerts
 */
record LookingJob(Path folder, String servers, String topic, String channel) {
    private static final int PATIENCE_SECONDS = 300;
    private static final int ALERT_CHANGE = Tables.ALERTS.position("change_id");
    private static final int ALERT_CHANGED = Tables.ALERTS.position("changed_at");

    /** A process that reads what there is, judges the days that are over, and ends. */
    ChildJvm load(Instant now) throws IOException {
        return start(now, null, words("--until-end"));
    }

    /** A process that reads on and on, judges days and tells the channel. */
    ChildJvm run(Instant now, @Nullable FaultPoint stand) throws IOException {
        return start(now, stand, words("--epoch-seconds", "2", "--channels", channels()));
    }

    /** One subtask: in another order of the records the rules would say the same in other steps. */
    private List<Object> words(Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("ingest", "--parallelism", 1, "--kafka", servers, "--topic", topic));
        words.addAll(List.of(more));
        return words;
    }

    /** Tells the channel what there is. */
    ChildJvm deliver(Instant now) throws IOException {
        return start(now, null, List.of("alerts", "deliver", "--once", "--channels", channels()));
    }

    private ChildJvm start(Instant now, @Nullable FaultPoint stand, List<Object> words) throws IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put(
                JobProcess.AHEAD,
                Long.toString(Duration.between(Instant.now(), now).toSeconds()));
        if (stand != null) {
            properties.put(JobProcess.STAND_AT, stand.name());
        }
        List<Object> all = new ArrayList<>(words);
        all.add("--warehouse");
        all.add(folder);
        return ChildJvm.start(folder.resolveSibling("job.log"), properties, JobProcess.class, all.toArray());
    }

    private Path channels() throws IOException {
        return Files.writeString(
                folder.resolve("channels.yaml"),
                "channels:\n  - {name: hook, type: webhook, url: '" + channel + "'}\n");
    }

    /** How many records the newest epoch covers. */
    long covered() {
        return Files.exists(folder.resolve("catalog.db"))
                ? Warehouse.open(folder)
                        .newestEpoch()
                        .map(epoch -> EpochJson.positions(epoch.positionsJson()).stream()
                                .mapToLong(Progress::next)
                                .sum())
                        .orElse(0L)
                : 0;
    }

    /** The last day that was judged; the first of all days if none was. */
    LocalDate judged() {
        return raw(Tables.WATCH_TICKS).stream()
                .map(row -> (LocalDate) Objects.requireNonNull(row[0]))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /** The ids of changes of alerts that became known at some time or later. */
    List<String> changes(Instant since) {
        return raw(Tables.ALERTS).stream()
                .filter(row -> !((Instant) Objects.requireNonNull(row[ALERT_CHANGED])).isBefore(since))
                .map(row -> String.valueOf(row[ALERT_CHANGE]))
                .toList();
    }

    /** All rows of a table as text, in one order. */
    List<String> rows(Table table) {
        return raw(table).stream()
                .map(row -> Arrays.stream(row).map(String::valueOf).collect(Collectors.joining("|")))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<@Nullable Object[]> raw(Table table) {
        Warehouse warehouse = Warehouse.open(folder);
        Epoch epoch = warehouse.newestEpoch().orElseThrow();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Path file : warehouse.files(epoch, table.name())) {
            TableReader.read(file, table, row -> rows.add(row.clone()));
        }
        return rows;
    }

    static void await(String what, ChildJvm process, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("Waited for " + what + " in vain:\n" + process.printed());
            }
            Thread.sleep(50);
        }
    }
}
