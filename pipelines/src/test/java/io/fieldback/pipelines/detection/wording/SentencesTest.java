// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.expectation.Basis;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.family.Finding.Wear;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import io.fieldback.pipelines.detection.lifecycle.Followed;
import io.fieldback.pipelines.detection.lifecycle.OpenAlert;
import io.fieldback.pipelines.detection.lifecycle.Subject;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an alert says, in both languages. */
class SentencesTest {
    private static final int DAY = Math.toIntExact(LocalDate.parse("2026-04-06").toEpochDay());

    @Test
    void anExcessIsToldWithWhatItIsHeldAgainst() {
        AlertChange change = change(AlertKind.RATE, 17, 4.4, null);
        assertThat(change.english())
                .isEqualTo(
                        "KF-160 pump: 17 failures in the 28 days to 2026-04-06 against 4.4 expected of units of their age"
                                + " (×3.9, 95 % 2.3–6.2, q 0.019, E4); not localised.");
        assertThat(change.chinese())
                .isEqualTo("KF-160 pump：截至 2026-04-06 的 28 天内故障 17 件，按同龄在用台数预期 4.4 件（×3.9，95% 2.3–6.2，"
                        + "q 0.019，E4）；未能定位。");
    }

    @Test
    void whereHardlyAnyWasExpectedNoRatioIsMadeOfIt() {
        AlertChange change = change(AlertKind.RATE, 5, 0.25, null);
        assertThat(change.english())
                .isEqualTo(
                        "KF-160 pump: 5 failures in the 28 days to 2026-04-06 against hardly any (0.25) expected of units"
                                + " of their age (×6.5 at least, 95 %, q 0.019, E4); not localised.");
        assertThat(change.chinese())
                .isEqualTo("KF-160 pump：截至 2026-04-06 的 28 天内故障 5 件，按同龄在用台数几乎不应发生（预期 0.25 件，×6.5 以上，"
                        + "95%，q 0.019，E4）；未能定位。");
    }

    @Test
    void wearSaysFromWhichAgeOn() {
        AlertChange change = change(AlertKind.WEAR_OUT, 97, 61.4, new Wear(6, 71, 38.5));
        assertThat(change.english())
                .endsWith(
                        "E4); the excess grows with age: from 6 months in service on 71 against 39 that the younger let"
                                + " expect; not localised.");
        assertThat(change.chinese()).endsWith("E4）；超出部分随使用时间增长：使用满 6 个月起 71 件，按使用时间较短的产品推算预期 39 件；未能定位。");
        assertThat(change.evidence()).contains("\"ages_from\":6,\"ages_observed\":71,\"ages_expected\":38.5");
    }

    private static AlertChange change(AlertKind kind, long observed, double expected, @Nullable Wear wear) {
        OpenAlert alert = new OpenAlert(
                "alert",
                "key",
                kind,
                new Subject(Measure.INCIDENT, "KF-160", "", "pump", null, null, null),
                DAY,
                DAY - 27,
                List.of(),
                "serious",
                0.019,
                new Followed(0, 0, DAY, 0, 0));
        Counted counted =
                new Counted(Measure.INCIDENT, "pump", null, List.of(), Counted.ANY, Counted.ANY, wear != null);
        return new Rows("rules", new PastAlerts(24, Map.of()))
                .row(new Told(
                        alert,
                        Change.OPENED,
                        DAY,
                        DAY - 27,
                        counted,
                        new Stretch(observed, new Expected(expected, expected), 0),
                        0.001,
                        4,
                        Basis.EXPOSURE,
                        "",
                        100,
                        List.of(),
                        DAY - 27,
                        wear));
    }
}
