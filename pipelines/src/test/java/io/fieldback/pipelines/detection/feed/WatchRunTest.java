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
import java.util.List;
import java.util.Map;
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

    private void repair(String id, String knownOn) {
        tables.content("repairs", id, "hash-" + id, knownOn, Map.of("faults", List.of((Object)
                fault("pump", "leak", "c", null, 1))));
    }

    private WatchRun run() {
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
