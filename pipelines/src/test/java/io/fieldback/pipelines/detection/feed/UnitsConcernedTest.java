// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit that comes back and back is told as one unit. */
class UnitsConcernedTest {
    private static final String COUNT = "select coalesce(sum(cases), 0) as observed from watched_cases where ";

    @TempDir
    private Path folder = Path.of("");

    private int cases;

    @Test
    void anAlertSaysOfHowManyUnitsItsCasesAreWhenTheyAreFew() {
        TestTables tables = new TestTables(folder);
        repairs(tables, "pump", "SN-1", "SN-1", "SN-1", "SN-1", "SN-1");
        repairs(tables, "fan", "SN-1", "SN-1", "SN-1", "SN-2");
        repairs(tables, "board", "SN-1", "SN-2", "SN-3", "SN-3");
        repairs(tables, "door", "SN-1", "SN-1", "SN-1", null);
        repairs(tables, "seal", null, null);
        try (EpochFeed feed = EpochFeed.open(tables.warehouse, tables.epoch(), 1)) {
            AlertChange pump = feed.withUnits(List.of(change("pump"))).get(0);
            assertThat(pump.english()).isEqualTo("Too many; all of one unit.");
            assertThat(pump.chinese()).isEqualTo("过多；均为同一台产品。");
            assertThat(pump.evidence()).contains("\"units\":1,\"most_of_one_unit\":5}");

            AlertChange fan = feed.withUnits(List.of(change("fan"))).get(0);
            assertThat(fan.english()).isEqualTo("Too many; of only 2 units, 3 of one of them.");
            assertThat(fan.chinese()).isEqualTo("过多；仅涉及 2 台产品，其中一台 3 件。");

            AlertChange board = feed.withUnits(List.of(change("board"))).get(0);
            assertThat(board.english()).as("three of four: nothing odd").isEqualTo("Too many.");
            assertThat(board.evidence()).contains("\"units\":3,\"most_of_one_unit\":2}");

            AlertChange door = feed.withUnits(List.of(change("door"))).get(0);
            assertThat(door.english())
                    .as("a case of no known unit")
                    .isEqualTo("Too many; of only 2 units, 3 of one of them.");
            assertThat(door.evidence()).contains("\"of_no_known_unit\":1}");

            AlertChange seal = change("seal");
            assertThat(feed.withUnits(List.of(seal)))
                    .as("nothing is known of units")
                    .containsExactly(seal);
        }
    }

    private void repairs(TestTables tables, String component, @Nullable String... serials) {
        for (String serial : serials) {
            String day = "2026-02-%02d".formatted(1 + cases);
            Map<String, Object> row = new TreeMap<>(Map.of(
                    "product_model",
                    "M",
                    "faults",
                    List.of((Object) TestTables.fault(component, "noise", "wear", null, 0)),
                    "event_on",
                    day));
            if (serial != null) {
                row.put("serial_no", serial);
            }
            tables.content("repairs", "R-" + cases, "h" + cases, day, row);
            cases++;
        }
    }

    private static AlertChange change(String component) {
        return new AlertChange(
                "change",
                "alert",
                AlertKind.RATE,
                Change.OPENED,
                LocalDate.parse("2026-02-28"),
                Instant.parse("2026-03-01T00:00:00Z"),
                LocalDate.parse("2026-02-28"),
                "serious",
                AlertScope.of("M", component),
                AlertFigures.NONE,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "Too many.",
                "过多。",
                "{\"sql\":\"" + COUNT + "component = '" + component + "'\"}",
                "rules");
    }
}
