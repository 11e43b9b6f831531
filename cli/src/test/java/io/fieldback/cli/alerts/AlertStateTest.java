// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertStateTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");

    private static AlertState after(Change... changes) {
        return after(AlertKind.RATE, changes);
    }

    private static AlertState after(AlertKind kind, Change... changes) {
        List<AlertChange> history = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            history.add(SomeChange.of(
                    kind, AlertScope.of("KF-72", "PUMP"), changes[i], AT.plusSeconds(86_400L * i), "serious", ""));
        }
        return new AlertState(history);
    }

    @Test
    void anExcessThatGrowsDoesNotTakeBackThatSomebodyIsAtIt() {
        assertThat(after(Change.OPENED).stage()).isEqualTo(Stage.OPEN);
        assertThat(after(Change.OPENED, Change.ACKNOWLEDGED, Change.WORSENED).stage())
                .isEqualTo(Stage.ACKNOWLEDGED);
        assertThat(after(Change.OPENED, Change.LINKED).stage()).isEqualTo(Stage.ACKNOWLEDGED);
        assertThat(after(Change.OPENED, Change.ESCALATED).stage()).isEqualTo(Stage.OPEN);
        assertThat(after(Change.OPENED, Change.JUDGED, Change.ACKNOWLEDGED).stage())
                .isEqualTo(Stage.JUDGED);
        assertThat(after(Change.OPENED, Change.ACKNOWLEDGED, Change.CLOSED, Change.LINKED)
                        .stage())
                .isEqualTo(Stage.CLOSED);
        assertThat(after(Change.OPENED, Change.CLOSED, Change.OPENED).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void whatIsOverOrJudgedFalseAsksForNothingMore() {
        assertThat(after(Change.OPENED, Change.ACKNOWLEDGED).isActive()).isTrue();
        assertThat(after(Change.OPENED, Change.JUDGED).isActive()).isFalse();
        assertThat(after(Change.OPENED, Change.CLOSED).isActive()).isFalse();
        assertThat(after(Change.OPENED, Change.WITHDRAWN).isActive()).isFalse();
        assertThat(after(AlertKind.SAFETY, Change.OPENED, Change.JUDGED).isActive())
                .isFalse();
    }

    @Test
    void whatNoCountClosesEndsWhenNothingMoreComesOfIt() {
        AlertState notice = after(AlertKind.NEW_CODE, Change.OPENED);
        LocalDate told = notice.finding().knownOn();
        assertThat(notice.stage(told.plusDays(30))).isEqualTo(Stage.OPEN);
        assertThat(notice.stage(told.plusDays(31))).isEqualTo(Stage.ENDED);
        assertThat(notice.isActive(told.plusDays(31))).isFalse();
        AlertState again = after(AlertKind.REPEAT_COMPLAINT, Change.OPENED, Change.WORSENED, Change.ACKNOWLEDGED);
        assertThat(again.stage(told.plusDays(91))).isEqualTo(Stage.ACKNOWLEDGED);
        assertThat(again.stage(told.plusDays(92))).isEqualTo(Stage.ENDED);
        assertThat(after(AlertKind.SAFETY, Change.OPENED).stage(told.plusDays(365)))
                .isEqualTo(Stage.OPEN);
        assertThat(after(Change.OPENED).stage(told.plusYears(9))).isEqualTo(Stage.OPEN);
        assertThat(after(AlertKind.NEW_CODE, Change.OPENED, Change.WITHDRAWN).stage(told.plusYears(9)))
                .isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void orderAndRepeatsLeaveNoTrace() {
        AlertState state = after(Change.OPENED, Change.ACKNOWLEDGED, Change.WORSENED, Change.JUDGED, Change.CLOSED);
        List<AlertChange> shuffled = new ArrayList<>(state.history());
        shuffled.addAll(state.history());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(new AlertState(shuffled)).isEqualTo(state);
        assertThat(state.by()).isEqualTo("zhang.qe");
        assertThat(state.verdict()).isEqualTo("false-alarm");
        assertThat(state.finding().change()).isEqualTo(Change.CLOSED);
        assertThat(state.excess().change()).isEqualTo(Change.WORSENED);
        assertThat(state.rank()).isEqualTo(7.5);
    }

    @Test
    void anAlertWithoutAChangeIsNone() {
        assertThatThrownBy(() -> new AlertState(List.of()))
                .hasMessage("Cannot tell the state of an alert: it has no change");
    }
}
