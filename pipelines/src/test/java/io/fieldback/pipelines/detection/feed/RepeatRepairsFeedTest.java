// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static io.fieldback.pipelines.detection.feed.TestTables.fault;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repairs that were repeated, from tables to alerts. */
class RepeatRepairsFeedTest {
    private static final long SEED = 20_250_304;
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int DAYS = 500;

    @TempDir
    Path folder;

    @Test
    void theAlertsAreWhatSqlOfItsOwnSays() throws Exception {
        System.out.println("seed " + SEED);
        TestTables tables = random(folder, false);
        int first = Math.toIntExact(FIRST.toEpochDay());
        List<AlertChange> changes = new ArrayList<>();
        try (EpochFeed feed = EpochFeed.open(tables.warehouse, newest(tables), 1)) {
            feed.repeatRepairs(List.of(), first - 1, first + DAYS, "rules")
                    .values()
                    .forEach(changes::addAll);
        }
        List<String> told = changes.stream()
                .filter(change -> change.change() == Change.OPENED)
                .map(change -> String.join(
                        " ",
                        change.scope().subject(),
                        change.scope().component(),
                        change.cases().get(change.cases().size() - 1),
                        change.knownOn().toString(),
                        String.valueOf(change.figures().observed())))
                .sorted()
                .toList();
        assertThat(told).hasSizeGreaterThan(8).isEqualTo(expected(tables));
    }

    @Test
    void howDaysAreCutIntoRunsLeavesNoTrace() {
        TestTables smooth = random(folder.resolve("smooth"), true);
        judge(smooth, DAYS);
        TestTables cut = random(folder.resolve("cut"), true);
        judge(cut, 170);
        List<AlertChange> changes = changes(smooth);
        assertThat(changes).extracting(AlertChange::change).contains(Change.OPENED, Change.WITHDRAWN);
        assertThat(changes(cut)).isEqualTo(changes);
    }

    @Test
    void aBacktestFindsWhatTheWatchTold() {
        TestTables tables = random(folder, true);
        judge(tables, DAYS);
        int from = Math.toIntExact(FIRST.plusDays(380).toEpochDay());
        int to = Math.toIntExact(FIRST.plusDays(DAYS - 1).toEpochDay());
        try (Backtest backtest = new Backtest(tables.warehouse, newest(tables), Reference.standard(), 1)) {
            List<AlertChange> found = backtest.run(WatchRules.standard(), from, to).changes().stream()
                    .filter(change -> change.kind() == AlertKind.REPEAT_REPAIR && change.change() == Change.OPENED)
                    .toList();
            List<AlertChange> told = changes(tables).stream()
                    .filter(change -> change.change() == Change.OPENED
                            && change.knownOn().toEpochDay() >= from
                            && change.knownOn().toEpochDay() <= to)
                    .toList();
            assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(told);
        }
    }

    /**
     * 160 units of two models, one of which fails often; some failures come back. Each is known the day after; with
     * corrections one in eight is voided, or said to be of another component, up to 20 days later.
     */
    private static TestTables random(Path folder, boolean corrected) {
        SplittableRandom random = new SplittableRandom(SEED);
        TestTables tables = new TestTables(folder);
        for (int unit = 0; unit < 160; unit++) {
            String model = unit % 4 == 0 ? "OLD" : "NEW";
            double aDay = model.equals("OLD") ? 0.03 : 0.004;
            int soon = 0;
            for (int day = 0; day < DAYS - 30; day++) {
                soon--;
                boolean back = soon == 0;
                if (back || random.nextDouble() < aDay) {
                    soon = random.nextInt(5) == 0 ? 1 + random.nextInt(25) : 0;
                    repair(tables, random, model, "U" + unit, unit + "-" + day, day, corrected);
                }
            }
        }
        tables.epoch();
        return tables;
    }

    private static void repair(
            TestTables tables,
            SplittableRandom random,
            String model,
            String unit,
            String id,
            int day,
            boolean corrected) {
        String component = random.nextInt(6) == 0 ? "fan" : "pump";
        String known = FIRST.plusDays(day + 1).toString();
        tables.content("repairs", "R-" + id, "a" + id, known, row(model, unit, component, day));
        if (corrected && random.nextInt(8) == 0) {
            String later = FIRST.plusDays(day + 2 + random.nextInt(20)).toString();
            Map<String, Object> other = row(model, unit, "valve", day);
            tables.superseded("repair", "R-" + id, "a" + id, later);
            tables.content("repairs", "R-" + id, "b" + id, later, other);
        }
    }

    private static Map<String, Object> row(String model, String unit, String component, int day) {
        return Map.of(
                "product_model",
                model,
                "serial_no",
                unit,
                "event_on",
                FIRST.plusDays(day).toString(),
                "faults",
                List.of((Object) fault(component, "leak", "c", null, 1)));
    }

    private static void judge(TestTables tables, int step) {
        WatchRun run = new WatchRun(
                tables.warehouse,
                tables.right,
                WatchRules.standard(),
                Reference.standard(),
                1,
                Clock.fixed(TestTables.NOON, ZoneOffset.UTC),
                "test");
        int last = Math.toIntExact(FIRST.plusDays(DAYS).toEpochDay());
        for (int day = last - DAYS + step; day < last + step; day += step) {
            run.judge(Math.min(day, last));
        }
    }

    private static Epoch newest(TestTables tables) {
        return tables.warehouse.newestEpoch().orElseThrow();
    }

    private static List<AlertChange> changes(TestTables tables) {
        return PastLooks.changes(tables.warehouse, newest(tables)).stream()
                .filter(change -> change.kind() == AlertKind.REPEAT_REPAIR)
                .toList();
    }

    private static List<String> expected(TestTables tables) throws Exception {
        String file = "repeat_repairs_expected.sql";
        List<String> expected = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(RepeatRepairsFeedTest.class.getResourceAsStream(file));
                Connection views = EpochViews.open(tables.warehouse, newest(tables), Optional.empty());
                Statement statement = views.createStatement();
                ResultSet row = statement.executeQuery(new String(in.readAllBytes(), UTF_8))) {
            while (row.next()) {
                expected.add(String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        "repair/" + row.getString(3),
                        row.getString(4),
                        row.getString(5)));
            }
        }
        expected.sort(null);
        return expected;
    }
}
