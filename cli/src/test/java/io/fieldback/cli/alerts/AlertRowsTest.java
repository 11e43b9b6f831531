// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.upkeep.Upkeep;
import io.fieldback.schemas.alert.AlertChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRowsTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");

    @TempDir
    Path folder;

    private AlertWarehouse alerts;
    private Warehouse warehouse;
    private AlertRows rows;

    @BeforeEach
    void twoChangesOfTwoEpochsAreRead() throws IOException {
        alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
        alerts.publish(AT, SomeChange.safety("R-1", AT));
        alerts.publish(AT, SomeChange.safety("R-2", AT));
        warehouse = Warehouse.openForWriting(alerts.folder());
        rows = new AlertRows(warehouse);
        assertThat(rows.unread(newest())).hasSize(2);
    }

    private Epoch newest() {
        return warehouse.newestEpoch().orElseThrow();
    }

    private Epoch merged() {
        new Upkeep(warehouse, Clock.fixed(AT, ZoneOffset.UTC), "test").all();
        assertThat(newest().kind()).isEqualTo(EpochKind.UPKEEP);
        return newest();
    }

    private List<String> unread() {
        return rows.unread(newest()).stream().map(AlertChange::changeId).toList();
    }

    @Test
    void whatUpkeepMergedIsNotReadAgain() throws IOException {
        assertThat(rows.unread(merged())).isEmpty();
        AlertChange next = SomeChange.safety("R-3", AT);
        alerts.publish(AT, next);
        assertThat(unread()).containsExactly(next.changeId());
    }

    @Test
    void whatCameBeforeUpkeepAndWasNotReadIsRead() throws IOException {
        AlertChange next = SomeChange.safety("R-3", AT);
        alerts.publish(AT, next);
        merged();
        assertThat(unread()).contains(next.changeId());
    }
}
