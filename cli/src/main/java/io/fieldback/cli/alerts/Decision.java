// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.schemas.code.AlertVerdict;
import io.fieldback.schemas.code.DecisionKind;
import io.fieldback.schemas.event.AlertDecision;
import io.fieldback.schemas.event.Envelope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about an alert, as the event that says so. Its id is made of what was decided, of which alert,
 * and when: sent again, it is the same event.
 *
 * @param kind what is decided
 * @param verdict of a judgement, else null
 * @param actionId of a link, else null
 */
public record Decision(
        DecisionKind kind,
        @Nullable AlertVerdict verdict,
        @Nullable String actionId) {
    private static final String SOURCE = "fieldback-alerts";

    /** Somebody takes an alert on. */
    public static Decision acknowledge() {
        return new Decision(DecisionKind.ACKNOWLEDGE, null, null);
    }

    /** Somebody says what an alert turned out to be. */
    public static Decision judge(AlertVerdict verdict) {
        return new Decision(DecisionKind.JUDGE, verdict, null);
    }

    /** Somebody links a corrective action. */
    public static Decision link(String actionId) {
        return new Decision(DecisionKind.LINK, null, actionId);
    }

    /** The event of this decision about an alert. */
    public AlertDecision event(String alertId, String by, @Nullable String comment, Instant at) {
        Envelope envelope = new Envelope(
                kind.wire() + "-" + alertId + "-" + at.toEpochMilli(),
                null,
                at,
                at,
                SOURCE,
                false,
                null,
                List.of(),
                null,
                List.of(),
                null);
        return new AlertDecision(envelope, alertId, kind, verdict, actionId, by, at, comment);
    }
}
