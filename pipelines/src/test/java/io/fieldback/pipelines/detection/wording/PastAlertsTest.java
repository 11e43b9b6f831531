// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts of 2025 that one of 2026 may have something in common with. */
class PastAlertsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

    private final PastAlerts past = new PastAlerts(24, Map.of("W1", "leak", "W2", "leak"));

    @Test
    void theSameComponentComesFirstThenSymptomsOfAGroupAndCauses() {
        opened("seal", "2025-01-01", scope("seal", "W2", null));
        opened("valve", "2025-02-01", scope("valve", null, "C7"));
        opened("pump", "2025-03-01", scope("pump", null, null));
        opened("fan", "2025-04-01", scope("fan", "N1", "C8"));
        assertThat(past.of(scope("pump", "W1", "C7"), "own", TODAY))
                .extracting(PastAlerts.Line::alertId, PastAlerts.Line::related)
                .containsExactly(tuple("pump", "component"), tuple("seal", "symptom-group"), tuple("valve", "cause"));
    }

    @Test
    void aSymptomInNoGroupIsOneByItselfAndNothingIsNoneInCommon() {
        opened("fan", "2025-04-01", scope("fan", "N1", null));
        opened("lamp", "2025-04-01", scope(null, null, null));
        assertThat(past.of(scope("motor", "N1", null), "own", TODAY))
                .extracting(PastAlerts.Line::related)
                .containsExactly("symptom-group");
        assertThat(past.of(scope("motor", "W1", null), "own", TODAY)).isEmpty();
        assertThat(past.of(scope(null, null, null), "own", TODAY)).isEmpty();
    }

    @Test
    void itIsNotItsOwnPastNorIsWhatIsTwoYearsOld() {
        opened("own", "2026-05-31", scope("pump", null, null));
        opened("old", "2024-06-01", scope("pump", null, null));
        opened("later", "2026-06-02", scope("pump", null, null));
        opened("recent", "2024-06-02", scope("pump", null, null));
        assertThat(past.of(scope("pump", null, null), "own", TODAY))
                .extracting(PastAlerts.Line::alertId)
                .containsExactly("recent");
    }

    private static AlertScope scope(@Nullable String component, @Nullable String symptom, @Nullable String cause) {
        return new AlertScope("KF-72", component, symptom, cause, null, null, null, null);
    }

    private void opened(String id, String day, AlertScope scope) {
        past.add(new AlertChange(
                "c-" + id,
                id,
                AlertKind.RATE,
                Change.OPENED,
                LocalDate.parse(day),
                Instant.parse(day + "T16:00:00Z"),
                LocalDate.parse(day),
                "serious",
                scope,
                AlertFigures.NONE,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "",
                "",
                "{}",
                "rules"));
    }
}
