// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of alerts. */
class AlertViewsTest {
    private static final Instant NOON = TestWarehouse.NOON;

    @TempDir
    Path folder;

    @Test
    void aDecisionHasTheKindAndScopeOfItsAlert() throws SQLException {
        assertThat(query(
                        "SELECT change, kind, component, decided_by FROM alert_changes ORDER BY changed_at",
                        own("c1", "A", "opened", 0, null),
                        decision("d1", "A", "acknowledged", 1, null),
                        decision("d2", "unheard-of", "acknowledged", 2, null)))
                .containsExactly("opened, safety, brake, null", "acknowledged, safety, brake, Wang");
    }

    @Test
    void aDecisionThatIsTakenBackDoesNotCount() throws SQLException {
        assertThat(query(
                        "SELECT alert_id, state, acknowledged_by, verdict FROM alerts_current ORDER BY alert_id",
                        own("c1", "A", "opened", 0, null),
                        decision("d1", "A", "acknowledged", 1, null),
                        decision("d2", "A", "retracted", 2, "d1"),
                        own("c2", "B", "opened", 0, null),
                        decision("d3", "B", "judged", 3, null)))
                .containsExactly("A, open, null, null", "B, open, null, known");
    }

    @Test
    void anAlertIsOpenUntilItClosesOrIsWithdrawnAndAgainWhenItIsRaisedAgain() throws SQLException {
        assertThat(query(
                        "SELECT alert_id, state FROM alerts_current ORDER BY alert_id",
                        own("c1", "closed", "opened", 0, null),
                        own("c2", "closed", "closed", 1, null),
                        own("c3", "withdrawn", "opened", 0, null),
                        own("c4", "withdrawn", "withdrawn", 1, "c3"),
                        own("c5", "raised again", "opened", 0, null),
                        own("c6", "raised again", "withdrawn", 1, "c5"),
                        own("c7", "raised again", "opened", 2, null),
                        own("c8", "worse", "opened", 0, null),
                        own("c9", "worse", "worsened", 1, null),
                        own("c10", "worse only", "worsened", 1, null)))
                .containsExactly(
                        "closed, closed",
                        "raised again, open",
                        "withdrawn, withdrawn",
                        "worse, open",
                        "worse only, open");
    }

    private static Map<String, Object> own(
            String changeId, String alertId, String change, int hour, @Nullable String answers) {
        Map<String, Object> row = decision(changeId, alertId, change, hour, answers);
        row.put("kind", "safety");
        row.put("component", "brake");
        row.remove("decided_by");
        row.remove("verdict");
        return row;
    }

    private static Map<String, Object> decision(
            String changeId, String alertId, String change, int hour, @Nullable String answers) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "change_id",
                changeId,
                "alert_id",
                alertId,
                "change",
                change,
                "known_on",
                LocalDate.of(2026, 1, 5),
                "changed_at",
                NOON.plusSeconds(3600L * hour),
                "decided_by",
                "Wang"));
        if (change.equals("judged")) {
            row.put("verdict", "known");
        }
        if (answers != null) {
            row.put("answers", answers);
        }
        return row;
    }

    @SafeVarargs
    private List<String> query(String sql, Map<String, Object>... rows) throws SQLException {
        Warehouse warehouse = TestWarehouse.at(folder);
        Epoch epoch = commit(warehouse, warehouse.takeGeneration("test", NOON), 1, file(warehouse, "alerts", rows));
        List<String> found = new ArrayList<>();
        try (Connection connection = EpochViews.open(warehouse, epoch, Optional.empty());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                found.add(String.join(", ", cells));
            }
        }
        return found;
    }
}
