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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That alerts of rules which do not follow from the journals are seen, and those that are missing. */
class RuleAlertsCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void anAlertAtTheRepeatHolds() throws SQLException {
        assertThat(differences(repeat("c1", "complaint/C-2", null), repeat("c2", "complaint/D-2", null)))
                .isEmpty();
    }

    @Test
    void aMissingAlertIsSeen() throws SQLException {
        assertThat(differences(repeat("c1", "complaint/D-2", null)))
                .containsExactly("what=repeat at_case=complaint/C-2 stated=0 changes recounted=1 repeats");
    }

    @Test
    void anAlertWithoutARepeatIsSeen() throws SQLException {
        assertThat(differences(
                        repeat("c1", "complaint/C-2", null),
                        repeat("c2", "complaint/C-3", null),
                        repeat("c3", "complaint/D-2", null)))
                .containsExactly("what=repeat at_case=complaint/C-3 stated=opened");
    }

    @Test
    void anAlertThatIsTakenBackDoesNotStand() throws SQLException {
        assertThat(differences(
                        repeat("c1", "complaint/C-2", null),
                        repeat("c2", "complaint/C-2", "c1"),
                        repeat("c3", "complaint/D-2", null)))
                .hasSize(1);
    }

    @Test
    void repeatsAreRecountedByTheRulesThatAreSet() throws SQLException {
        CaseRules set = new CaseRules(CaseRules.STANDARD.fingerprint(), 5, 5, Set.of(), Map.of("VALVE", "leak's"));
        assertThat(differences(set, repeat("c1", "complaint/C-2", null)))
                .containsExactly("what=repeat at_case=complaint/C-2 stated=opened");
        CaseRules other = new CaseRules("other", 5, 5, Set.of(), Map.of());
        assertThat(differences(other, repeat("c1", "complaint/C-2", null))).isEmpty();
    }

    private static Map<String, @Nullable Object> repeat(String id, String atCase, @Nullable String answers) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("change_id", id);
        row.put("alert_id", "A");
        row.put("kind", "repeat-complaint");
        row.put("change", answers == null ? "opened" : "withdrawn");
        row.put("known_on", DAY.toString());
        row.put("changed_at", Instant.EPOCH.toString());
        row.put("cause", List.of());
        row.put("cases", List.of("complaint/C-1", atCase));
        row.put("sentence_en", "");
        row.put("sentence_zh", "");
        row.put("rules", CaseRules.STANDARD.fingerprint());
        row.put("answers", answers);
        return row;
    }

    @SafeVarargs
    private static List<String> differences(Map<String, @Nullable Object>... alerts) throws SQLException {
        return differences(CaseRules.STANDARD, alerts);
    }

    @SafeVarargs
    private static List<String> differences(CaseRules rules, Map<String, @Nullable Object>... alerts)
            throws SQLException {
        JournalFixture fixture = new JournalFixture()
                .with(
                        Events.complaint("C-1", "K", "M", "VALVE", DAY),
                        Events.complaint("C-2", "K", "M", "VALVE", DAY.plusDays(10)),
                        Events.complaint("D-1", "L", "M", "VALVE", DAY),
                        Events.complaint("D-2", "L", "M", "VALVE", DAY.plusDays(10)),
                        Events.complaint("C-3", "K", "M", "VALVE", DAY.plusDays(200)));
        for (Map<String, @Nullable Object> alert : alerts) {
            fixture.row(Tables.ALERTS, alert);
        }
        try (Connection connection = fixture.withSupersessions().open()) {
            return Verification.of(connection, JournalFixture.ZONE, rules).stream()
                    .filter(check -> check.name().equals("rule-alerts"))
                    .findFirst()
                    .orElseThrow()
                    .differences();
        }
    }
}
