// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.alert.DecisionChange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put together in Java for lists and delivery is what view {@code alerts_current} says, written apart in SQL. */
class AlertViewsAgreeTest {
    private static final long SEED = 20_260_901;
    private static final int ALERTS = 200;
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final Change[] OWN = {Change.WORSENED, Change.EASED, Change.CLOSED, Change.OPENED};
    private static final Change[] DECISIONS = {Change.ACKNOWLEDGED, Change.JUDGED, Change.LINKED};

    @TempDir
    Path folder;

    @Test
    void javaAndSqlSeeTheSameAlerts() throws Exception {
        System.out.println("seed " + SEED);
        AlertWarehouse alerts = new AlertWarehouse(folder, AT);
        SplittableRandom random = new SplittableRandom(SEED);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            rows.addAll(history(random, "C" + i));
        }
        alerts.publishRows(AT, rows);
        LocalDate day = LocalDate.of(2026, 12, 5);
        Epoch epoch = alerts.publishDay(AT, day);
        Warehouse warehouse = Warehouse.open(folder);
        Map<String, String> java = new HashMap<>();
        AlertState.of(AlertRows.all(warehouse, epoch)).forEach((id, state) -> java.put(id, line(state, day)));
        Map<String, String> sql = new HashMap<>();
        try (Connection views = EpochViews.open(warehouse, epoch, Optional.empty());
                Statement statement = views.createStatement();
                ResultSet row = statement.executeQuery(
                        "select alert_id, state, component, verdict, observed" + " from alerts_current")) {
            while (row.next()) {
                sql.put(
                        row.getString(1),
                        row.getString(2) + " " + row.getString(3) + " " + row.getString(4) + " " + row.getLong(5));
            }
        }
        assertThat(java).hasSize(ALERTS).isEqualTo(sql);
        assertThat(sql.values().stream().map(text -> text.split(" ")[0]).distinct())
                .containsExactlyInAnyOrder("open", "closed", "ended", "withdrawn");
    }

    private static String line(AlertState state, LocalDate day) {
        String sqlState = switch (state.stage(day)) {
            case OPEN, ACKNOWLEDGED, JUDGED -> "open";
            case CLOSED -> "closed";
            case ENDED -> "ended";
            case WITHDRAWN -> "withdrawn";
        };
        return sqlState + " " + state.finding().scope().component() + " " + state.verdict() + " "
                + state.finding().figures().observed();
    }

    private static List<@Nullable Object[]> history(SplittableRandom random, String component) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<AlertChange> own = new ArrayList<>();
        AlertKind kind = AlertKind.values()[random.nextInt(AlertKind.values().length)];
        Instant at = AT;
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            at = at.plusSeconds(86_400);
            AlertChange change = SomeChange.of(
                    kind,
                    AlertScope.of("KF-72", component),
                    i == 0 ? Change.OPENED : OWN[random.nextInt(OWN.length)],
                    at,
                    "serious",
                    "");
            own.add(change);
            rows.add(change.row());
        }
        String alert = own.get(0).alertId();
        for (int i = 0; i < random.nextInt(3); i++) {
            at = at.plusSeconds(60);
            rows.add(decision(alert, DECISIONS[random.nextInt(DECISIONS.length)], at, null)
                    .row());
        }
        for (AlertChange taken : own) {
            if (random.nextInt(4) == 0) {
                at = at.plusSeconds(60);
                Change answer = taken.change() == Change.OPENED ? Change.WITHDRAWN : Change.RETRACTED;
                @Nullable
                Object[] row = SomeChange.of(kind, AlertScope.of("KF-72", component), answer, at, "serious", "")
                        .row();
                row[io.fieldback.schemas.table.Tables.ALERTS.position("answers")] = taken.changeId();
                rows.add(row);
            }
        }
        return rows;
    }

    private static DecisionChange decision(String alert, Change change, Instant at, @Nullable String answers) {
        return new DecisionChange(
                "decision-" + alert + at,
                alert,
                change,
                LocalDate.ofInstant(at, java.time.ZoneOffset.UTC),
                at,
                "zhang.qe",
                change == Change.JUDGED ? (at.getEpochSecond() % 2 == 0 ? "known" : "confirmed") : null,
                change == Change.LINKED ? "8D-1" : null,
                "alert-decision/" + at,
                "decided",
                "已决定",
                "rules",
                answers);
    }
}
