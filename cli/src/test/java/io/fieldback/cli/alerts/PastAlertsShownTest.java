// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of an alert has earlier ones that say something about it. */
class PastAlertsShownTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");

    @TempDir
    Path folder;

    @Test
    void earlierAlertsStandUnderWhatTheyHaveInCommonWithIt() throws IOException {
        AlertChange pump = some(AlertKind.RATE, "PUMP", "W1", "C7", AT);
        AlertWarehouse alerts = new AlertWarehouse(folder, AT);
        Instant before = AT.minus(Duration.ofDays(100));
        AlertChange seal = some(AlertKind.NEW_SYMPTOM, "SEAL", "W2", null, before);
        alerts.publish(
                AT,
                pump,
                some(AlertKind.WEAR_OUT, "PUMP", null, null, before),
                seal,
                some(AlertKind.RATE, "VALVE", "N1", "C7", before),
                some(AlertKind.REPEAT_COMPLAINT, "CASE", "W2", null, before),
                some(AlertKind.RATE, "FAN", "N1", null, before),
                some(AlertKind.RATE, "LAMP", "W2", null, AT.minus(Duration.ofDays(800))));
        Files.createDirectories(folder.resolve("reference"));
        Files.writeString(folder.resolve("reference/cases.yaml"), "symptom-groups:\n  leak: [W1, W2]\n");
        String page = show(pump);
        assertThat(page)
                .containsSubsequence(
                        "Alerts of the component in the 24 months before",
                        "KF-72 PUMP",
                        "Alerts of symptoms of the same group in the 24 months before",
                        "KF-72 SEAL W2",
                        "Alerts of the same cause code in the 24 months before",
                        "KF-72 VALVE N1 C7")
                .doesNotContain("FAN", "LAMP", "CASE");
        // Without groups a symptom is one by itself.
        Files.delete(folder.resolve("reference/cases.yaml"));
        assertThat(show(pump)).doesNotContain("SEAL", "same group").contains("KF-72 VALVE N1 C7");
    }

    private String show(AlertChange alert) {
        return Run.of(folder, "alerts", "show", alert.alertId(), "--warehouse", folder, "--lang", "en")
                .out();
    }

    private static AlertChange some(
            AlertKind kind, String component, @Nullable String symptom, @Nullable String cause, Instant at) {
        AlertScope scope = new AlertScope("KF-72", component, symptom, cause, null, null, null, null);
        return SomeChange.of(kind, scope, Change.OPENED, at, "serious", "");
    }
}
