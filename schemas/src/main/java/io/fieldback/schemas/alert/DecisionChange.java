// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import io.fieldback.schemas.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about an alert: a row of the table {@code alerts} that knows the alert by its name only. Kind,
 * scope and severity are the alert's; the view {@code alert_changes} fills them in.
 *
 * @param changeId see {@link AlertIds#change}
 * @param alertId the alert
 * @param change acknowledged, judged, linked; or retracted, if it takes one of these back
 * @param knownOn the day on which it could be known
 * @param changedAt when it was decided, else received
 * @param by who decided
 * @param verdict {@code confirmed}, {@code false-alarm} or {@code known}, of a judgement
 * @param linkedId the corrective action, of a link
 * @param decision the event, as {@code alert-decision/id}
 * @param english one sentence
 * @param chinese the same
 * @param rules fingerprint of the rules that made the row
 * @param answers the change that this one takes back, of a retraction
 */
public record DecisionChange(
        String changeId,
        String alertId,
        Change change,
        LocalDate knownOn,
        Instant changedAt,
        @Nullable String by,
        @Nullable String verdict,
        @Nullable String linkedId,
        String decision,
        String english,
        String chinese,
        String rules,
        @Nullable String answers) {
    /** The decision as a row of {@link Tables#ALERTS}. */
    public @Nullable Object[] row() {
        @Nullable Object[] row = new Object[Tables.ALERTS.columns().size()];
        put(row, "change_id", changeId);
        put(row, "alert_id", alertId);
        put(row, "change", change.code());
        put(row, "known_on", knownOn);
        put(row, "changed_at", changedAt);
        put(row, "cause", List.of());
        put(row, "decided_by", by);
        put(row, "verdict", verdict);
        put(row, "linked_id", linkedId);
        put(row, "cases", List.of(decision));
        put(row, "sentence_en", english);
        put(row, "sentence_zh", chinese);
        put(row, "rules", rules);
        put(row, "answers", answers);
        return row;
    }

    private static void put(@Nullable Object[] row, String column, @Nullable Object value) {
        row[Tables.ALERTS.position(column)] = value;
    }
}
