// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static io.fieldback.pipelines.detection.feed.TestTables.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.lake.epoch.FencedException;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days are judged once each, whatever dies in the middle. */
class WatchRunTest {
    @TempDir
    Path folder;

    private TestTables tables;

    @BeforeEach
    void repairsOfTenDays() {
        tables = new TestTables(folder);
        for (int day = 10; day < 20; day++) {
            repair("R-" + day, "2025-03-" + day);
        }
        tables.epoch();
    }

    @AfterEach
    void noFaults() {
        FaultPoint.install(null);
    }

    @Test
    void eachDayIsJudgedOnceAndAnEpochHasAllDaysOfARun() {
        WatchRun run = run();
        WatchRun.Done first = run.judge(day("2025-03-15")).orElseThrow();
        assertThat(first.days()).isEqualTo(6);
        assertThat(first.epoch().kind()).isEqualTo(EpochKind.WATCH);
        assertThat(run.judge(day("2025-03-15"))).isEmpty();
        assertThat(run.judge(day("2025-03-17")).orElseThrow().days()).isEqualTo(2);
        assertThat(run().judge(day("2025-03-21")).orElseThrow().days()).isEqualTo(4);
        assertThat(judged()).isEqualTo(days("2025-03-10", "2025-03-21"));
    }

    @Test
    void whoDiesInTheMiddleHasJudgedNothingOrAll() {
        for (FaultPoint point : List.of(FaultPoint.LOOK_WRITTEN, FaultPoint.LOOK_STAGED, FaultPoint.LOOK_PUBLISHED)) {
            WatchRun run = run();
            int last = judged().isEmpty() ? day("2025-03-12") : judged().get(judged().size() - 1) + 3;
            FaultPoint.install(reached -> {
                if (reached == point) {
                    throw new IllegalStateException("planned: " + point);
                }
            });
            assertThatThrownBy(() -> run.judge(last)).hasMessage("planned: " + point);
            FaultPoint.install(null);
            // The same process goes on, and another one that starts anew.
            run.judge(last);
            run().judge(last + 1);
            assertThat(judged()).as(point.name()).doesNotHaveDuplicates().endsWith(last, last + 1);
        }
        assertThat(judged())
                .isEqualTo(days(
                        "2025-03-10",
                        LocalDate.ofEpochDay(judged().get(judged().size() - 1)).toString()));
    }

    @Test
    void whatComesLateFillsTheMemoryAnewAndJudgesNoDayTwice() {
        WatchRun run = run();
        run.judge(day("2025-03-15"));
        repair("R-late", "2025-03-12");
        tables.epoch();
        assertThat(run.judge(day("2025-03-16")).orElseThrow().days()).isEqualTo(1);
        assertThat(judged()).isEqualTo(days("2025-03-10", "2025-03-16"));
    }

    @Test
    void aWatchWhoseJobWasFencedPublishesNothing() {
        WatchRun run = run();
        tables.warehouse.takeGeneration("another", TestTables.NOON);
        assertThatThrownBy(() -> run.judge(day("2025-03-15"))).isInstanceOf(FencedException.class);
        assertThat(judged()).isEmpty();
    }

    @Test
    void theAlertsAreThoseOfARunThatNothingDisturbed(@TempDir Path other) {
        List<String> disturbed = alerts(burst(other.resolve("a")), true);
        List<String> smooth = alerts(burst(other.resolve("b")), false);
        assertThat(smooth).isNotEmpty().anyMatch(change -> change.contains("|opened|"));
        assertThat(disturbed).isEqualTo(smooth);
    }

    /** Two failures a week for a year and a half, then ten times as many for five weeks. */
    private static TestTables burst(Path folder) {
        TestTables tables = new TestTables(folder);
        LocalDate first = LocalDate.parse("2024-01-01");
        for (int day = 0; day < 600; day++) {
            int failures = day >= 550 && day < 585 ? 3 : day % 7 == 1 || day % 7 == 4 ? 1 : 0;
            for (int each = 0; each < failures; each++) {
                String id = "R-" + day + "-" + each;
                tables.content(
                        "repairs",
                        id,
                        "h" + id,
                        first.plusDays(day).toString(),
                        Map.of("product_model", "KF", "site_id", "S" + day % 5, "faults", List.of((Object)
                                fault("pump", "leak", "c", null, 1))));
            }
        }
        tables.epoch();
        return tables;
    }

    /** All changes after all days; disturbed, each second run dies at a fault point and a new process goes on. */
    private static List<String> alerts(TestTables tables, boolean disturbed) {
        List<FaultPoint> points = List.of(FaultPoint.LOOK_WRITTEN, FaultPoint.LOOK_STAGED, FaultPoint.LOOK_PUBLISHED);
        WatchRun run = run(tables);
        int last = day("2025-08-22");
        int step = disturbed ? 30 : 400;
        int deaths = 0;
        for (int day = day("2025-06-01"); day < last + step; day += step) {
            int upTo = Math.min(day, last);
            if (disturbed) {
                FaultPoint point = points.get(deaths++ % points.size());
                FaultPoint.install(reached -> {
                    if (reached == point) {
                        throw new IllegalStateException("planned");
                    }
                });
                try {
                    run.judge(upTo);
                } catch (IllegalStateException planned) {
                    run = run(tables);
                }
                FaultPoint.install(null);
            }
            run.judge(upTo);
        }
        List<String> changes = new ArrayList<>();
        Epoch epoch = tables.warehouse.newestEpoch().orElseThrow();
        for (Path file : tables.warehouse.files(epoch, "alerts")) {
            TableReader.read(
                    file,
                    Tables.ALERTS,
                    row -> changes.add(Arrays.stream(row).map(String::valueOf).collect(Collectors.joining("|"))));
        }
        changes.sort(null);
        return changes;
    }

    private void repair(String id, String knownOn) {
        tables.content("repairs", id, "hash-" + id, knownOn, Map.of("faults", List.of((Object)
                fault("pump", "leak", "c", null, 1))));
    }

    private WatchRun run() {
        return run(tables);
    }

    private static WatchRun run(TestTables tables) {
        return new WatchRun(
                tables.warehouse,
                tables.right,
                WatchRules.standard(),
                Reference.standard(),
                1,
                Clock.fixed(TestTables.NOON, ZoneOffset.UTC),
                "test");
    }

    private List<Integer> judged() {
        List<Integer> days = new ArrayList<>();
        Epoch epoch = tables.warehouse.newestEpoch().orElseThrow();
        for (Path file : tables.warehouse.files(epoch, "watch_ticks")) {
            TableReader.read(file, Tables.WATCH_TICKS, row -> days.add((int) ((LocalDate) row[0]).toEpochDay()));
        }
        days.sort(null);
        return days;
    }

    private static List<Integer> days(String from, String to) {
        List<Integer> days = new ArrayList<>();
        for (int day = day(from); day <= day(to); day++) {
            days.add(day);
        }
        return days;
    }

    private static int day(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }
}
