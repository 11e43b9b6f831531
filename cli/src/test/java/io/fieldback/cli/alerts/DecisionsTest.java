// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import io.fieldback.cli.job.WriterMark;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody decides becomes an event, and through the job a row. */
class DecisionsTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");

    @TempDir
    Path home;

    @Test
    void aDecisionGoesOnRecordUnlessAJobWrites() throws IOException {
        Path warehouse = home.resolve("warehouse");
        String key = PseudonymKey.load(Map.of("FIELDBACK_HOME", home.toString()), home)
                .fingerprint();
        AlertChange pump = SomeChange.rate("PUMP", Change.OPENED, AT);
        new AlertWarehouse(warehouse, AT, key).publish(AT, pump);

        Run wrong = Run.of(home, "alerts", "verdict", pump.alertId(), "true", "--warehouse", warehouse);
        assertThat(wrong.err()).isEqualTo("Cannot judge an alert true: a verdict is confirmed, false-alarm or known\n");
        Path mark = Files.createDirectories(warehouse.resolve("writers")).resolve("1.lock");
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            assertThat(WriterMark.isThere(warehouse)).isTrue();
            Run refused = Run.of(home, "alerts", "ack", pump.alertId(), "--warehouse", warehouse);
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("Cannot decide about alert " + pump.alertId() + ": a job writes " + warehouse)
                    .contains("--kafka HOST:PORT", "fieldback.alert-decision.v1");
        }
        assertThat(WriterMark.isThere(warehouse)).isFalse();
        assertThat(mark).doesNotExist();

        String beginning = pump.alertId().substring(0, 8);
        Run judged = Run.of(
                home,
                "alerts",
                "verdict",
                beginning,
                "known",
                "--by",
                "wang",
                "--warehouse",
                warehouse,
                "--lang",
                "en");
        assertThat(judged.err()).endsWith("The decision about alert " + pump.alertId() + " by wang is on record.\n");
        assertThat(judged.exit()).isZero();
        assertThat(Run.of(
                                home,
                                "query",
                                "--warehouse",
                                warehouse,
                                "--format",
                                "csv",
                                "select alert_id, kind, verdict, decided_by from alert_decisions")
                        .out())
                .endsWith(pump.alertId() + ",judge,known,wang\r\n");
        assertThat(Run.of(home, "alerts", "list", "--all", "--warehouse", warehouse, "--lang", "en")
                        .out())
                .contains("judged (known)", "wang");
    }
}
