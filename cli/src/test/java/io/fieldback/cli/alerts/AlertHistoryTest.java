// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The history of an alert, above all of one whose records came in any order. */
class AlertHistoryTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void whatWasTakenBackIsCountedAndLeftOutWhileSomethingStands() {
        assertThat(shown(
                        change("second", Change.OPENED, "2025-07-26", "2025-07-25T19:56:04Z", null, null),
                        change("third", Change.WORSENED, "2025-08-04", "2025-07-28T12:00:00Z", null, null),
                        change("first", Change.OPENED, "2025-07-05", "2025-07-04T21:35:29Z", null, null),
                        change("gone", Change.WITHDRAWN, "2025-07-07", "2025-07-07T13:20:27Z", null, "first")))
                .containsExactly(
                        "2025-07-26 03:56  opened         second",
                        "2025-08-04        worsened       third",
                        "2 changes are left out that were taken back or only take back: --format csv has all.");
    }

    @Test
    void ofAnAlertThatWasWithdrawnAllIsShownAndNothingIsTakenBackBeforeItWasTold() {
        assertThat(shown(
                        change("gone", Change.WITHDRAWN, "2025-07-26", "2025-07-04T21:35:29Z", null, "told"),
                        change("told", Change.OPENED, "2025-07-26", "2025-07-25T19:56:04Z", null, null)))
                .containsExactly("2025-07-26 03:56  opened          told", "2025-07-26        withdrawn       gone");
    }

    @Test
    void aLookIsOfItsDayAndADecisionOfItsMoment() {
        assertThat(shown(
                        change("found", Change.OPENED, "2026-04-06", "2026-04-07T00:00:00Z", null, null),
                        change("mine", Change.ACKNOWLEDGED, "2026-04-08", "2026-04-07T16:30:00Z", "li", null)))
                .containsExactly(
                        "2026-04-06        opened             found", "2026-04-08 00:30  acknowledged  li   mine");
    }

    private static List<String> shown(AlertChange... changes) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            new AlertHistory(new AlertState(List.of(changes)), SHANGHAI).print(Messages.in("en"), out);
        }
        return text.toString().lines().skip(2).toList();
    }

    private static AlertChange change(
            String name, Change change, String knownOn, String at, @Nullable String by, @Nullable String answers) {
        return new AlertChange(
                name,
                "alert",
                AlertKind.REPEAT_COMPLAINT,
                change,
                LocalDate.parse(knownOn),
                Instant.parse(at),
                LocalDate.parse(knownOn),
                "serious",
                AlertScope.of("KF-72", "PUMP"),
                AlertFigures.NONE,
                List.of(),
                by,
                null,
                null,
                List.of(),
                name,
                name,
                null,
                "rules",
                answers);
    }
}
