// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.alerts.AlertState;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A superior is told because nobody acknowledged an alert in time. It is a finding of the clock and of no event, so it
 * stands in the spool and not in the tables, which are the same whenever they are made. Its id follows from the alert
 * and the number of the superior.
 *
 * @param change to be told
 * @param channels that are told; all if empty
 */
record Escalation(AlertChange change, List<String> channels) {
    /** The escalations of an open alert that are due. */
    static List<Escalation> due(AlertState state, Duty duty, Instant openedAt, Instant now) {
        List<Escalation> due = new ArrayList<>();
        Duration deadline = duty.deadline();
        if (deadline == null) {
            return due;
        }
        Instant at = openedAt.plus(deadline);
        for (int i = 0; i < duty.superiors().size(); i++) {
            Duty.Superior superior = duty.superiors().get(i);
            at = at.plus(superior.after());
            if (at.isAfter(now)) {
                break;
            }
            List<String> channels = superior.channels().isEmpty() ? duty.channels() : superior.channels();
            due.add(new Escalation(change(state, superior, i + 1, Duration.between(openedAt, at), at), channels));
        }
        return due;
    }

    private static AlertChange change(AlertState state, Duty.Superior superior, int step, Duration open, Instant at) {
        AlertChange finding = state.finding();
        return new AlertChange(
                AlertIds.change(finding.alertId(), Change.ESCALATED, "superior " + step),
                finding.alertId(),
                finding.kind(),
                Change.ESCALATED,
                finding.knownOn(),
                at,
                finding.openedOn(),
                finding.severity(),
                finding.scope(),
                finding.figures(),
                finding.cause(),
                null,
                null,
                null,
                finding.cases(),
                "To " + superior.person() + ": nobody has acknowledged for " + open.toHours() + " h. "
                        + finding.english(),
                "致" + superior.person() + "：已 " + open.toHours() + " 小时无人确认接收。" + finding.chinese(),
                null,
                finding.rules());
    }
}
