// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.schemas.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That an alert of a repeated repair which its repairs do not make is seen. */
class RepeatRepairsCheckTest {
    private static final LocalDate DAY = Events.day("2026-01-05");

    @Test
    void repairsThatFollowOneAnotherHold() throws SQLException {
        assertThat(differences(alert("c1", "SN-1", "VALVE", 20, null, "repair/R-1", "repair/R-2")))
                .isEmpty();
    }

    @Test
    void whatIsNotOfTheUnitOrTheComponentIsSeen() throws SQLException {
        assertThat(differences(
                        alert("c1", "SN-2", "VALVE", 20, null, "repair/R-1", "repair/R-2"),
                        alert("c2", "SN-1", "FAN", 20, null, "repair/R-1", "repair/R-2"),
                        alert("c3", "SN-1", "VALVE", 20, null, "repair/R-1", "repair/NO-SUCH")))
                .containsExactly(
                        "change_id=c1 stated=opened observed=2 repairs=0 apart=0",
                        "change_id=c2 stated=opened observed=2 repairs=0 apart=0",
                        "change_id=c3 stated=opened observed=2 repairs=1 apart=0");
    }

    @Test
    void repairsMoreThanThirtyDaysApartAreSeen() throws SQLException {
        assertThat(differences(alert("c1", "SN-1", "VALVE", 90, null, "repair/R-2", "repair/R-3")))
                .containsExactly("change_id=c1 stated=opened observed=2 repairs=2 apart=1");
    }

    @Test
    void whatWasNotKnownByTheDayOfTheAlertIsSeen() throws SQLException {
        assertThat(differences(alert("c1", "SN-1", "VALVE", 5, null, "repair/R-1", "repair/R-2")))
                .containsExactly("change_id=c1 stated=opened observed=2 repairs=1 apart=0");
    }

    @Test
    void whatIsTakenBackIsNotAsked() throws SQLException {
        assertThat(differences(
                        alert("c1", "SN-2", "VALVE", 20, null, "repair/R-1", "repair/R-2"),
                        alert("c2", "SN-2", "VALVE", 20, "c1", "repair/R-1", "repair/R-2")))
                .isEmpty();
    }

    private static Map<String, @Nullable Object> alert(
            String id, String unit, String component, int known, @Nullable String answers, String... cases) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("change_id", id);
        row.put("alert_id", "A");
        row.put("kind", "repeat-repair");
        row.put("change", answers == null ? "opened" : "withdrawn");
        row.put("known_on", DAY.plusDays(known).toString());
        row.put("changed_at", Instant.EPOCH.toString());
        row.put("subject", unit);
        row.put("component", component);
        row.put("observed", (long) cases.length);
        row.put("cause", List.of());
        row.put("cases", List.of(cases));
        row.put("sentence_en", "");
        row.put("sentence_zh", "");
        row.put("rules", "rules");
        row.put("answers", answers);
        return row;
    }

    @SafeVarargs
    private static List<String> differences(Map<String, @Nullable Object>... alerts) throws SQLException {
        JournalFixture fixture = new JournalFixture()
                .with(
                        Events.repair("R-1", "SN-1", "M", "VALVE", DAY),
                        Events.repair("R-2", "SN-1", "M", "VALVE", DAY.plusDays(10)),
                        Events.repair("R-3", "SN-1", "M", "VALVE", DAY.plusDays(80)));
        for (Map<String, @Nullable Object> alert : alerts) {
            fixture.row(Tables.ALERTS, alert);
        }
        try (Connection connection = fixture.withSupersessions().open()) {
            return Verification.of(connection, JournalFixture.ZONE).stream()
                    .filter(check -> check.name().equals("repeat-repairs"))
                    .findFirst()
                    .orElseThrow()
                    .differences();
        }
    }
}
