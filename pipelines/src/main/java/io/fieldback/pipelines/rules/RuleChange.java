// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.alert.DecisionChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an alert that follows from a set of contents. Two are the same change if they are of the same alert, the
 * same kind and the same occasion, whatever else is known of them by now: what was told is not told again in other
 * words.
 *
 * @param key which change it is
 * @param knownOn the day by whose end all that it rests on is known, days since 1970
 * @param openedOn that of the alert's first change
 * @param told what it says of an alert; null for a decision
 * @param decided what it says of a decision; null for an alert
 * @param cases it rests on, as {@code type/id}
 * @param english one sentence
 * @param chinese the same
 */
public record RuleChange(
        Key key,
        int knownOn,
        int openedOn,
        @Nullable Told told,
        @Nullable Decided decided,
        List<String> cases,
        String english,
        String chinese) {
    /**
     * Which change.
     *
     * @param alertId of the alert
     * @param change what happens to it
     * @param occasion the case that makes it, or the month
     */
    public record Key(String alertId, Change change, String occasion) {}

    /** What a rule says of its alert. */
    public record Told(AlertKind kind, String severity, AlertScope scope, AlertFigures figures) {}

    /** What somebody decided. */
    public record Decided(
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String verdict,
            @Nullable String linkedId) {}

    /** Copies the list. */
    public RuleChange {
        cases = List.copyOf(cases);
    }

    /** The name of this change when it is told for the nth time, which is mostly the first. */
    String changeId(int nth) {
        return AlertIds.change(key.alertId, key.change, nth == 1 ? key.occasion : key.occasion + "#" + nth);
    }

    /** The row that tells it. */
    @Nullable
    Object[] row(String changeId, Instant at, String rules) {
        if (decided != null) {
            return new DecisionChange(
                            changeId,
                            key.alertId,
                            key.change,
                            LocalDate.ofEpochDay(knownOn),
                            decided.at == null ? at : decided.at,
                            decided.by,
                            decided.verdict,
                            decided.linkedId,
                            cases.get(0),
                            english,
                            chinese,
                            rules,
                            null)
                    .row();
        }
        return alert(changeId, key.change, knownOn, at, english, chinese, rules, null);
    }

    /** The row that takes back what was told under {@code answers}. */
    @Nullable
    Object[] takenBack(String answers, int knownOn, Instant at, String rules) {
        boolean whole = decided == null && key.change == Change.OPENED;
        Change change = whole ? Change.WITHDRAWN : Change.RETRACTED;
        String id = AlertIds.change(key.alertId, change, answers);
        int known = Math.max(this.knownOn, knownOn);
        String en = whole
                ? "Withdrawn, because what it rested on was withdrawn or corrected: " + english
                : "Taken back: " + english;
        String zh = whole ? "已撤销，因所依据的记录被作废或更正：" + chinese : "已收回：" + chinese;
        if (decided != null) {
            return new DecisionChange(
                            id,
                            key.alertId,
                            change,
                            LocalDate.ofEpochDay(known),
                            at,
                            decided.by,
                            null,
                            null,
                            cases.get(0),
                            en,
                            zh,
                            rules,
                            answers)
                    .row();
        }
        return alert(id, change, known, at, en, zh, rules, answers);
    }

    private @Nullable Object[] alert(
            String id,
            Change change,
            int known,
            Instant at,
            String en,
            String zh,
            String rules,
            @Nullable String answers) {
        Told what = java.util.Objects.requireNonNull(told);
        return new AlertChange(
                        id,
                        key.alertId,
                        what.kind,
                        change,
                        LocalDate.ofEpochDay(known),
                        at,
                        LocalDate.ofEpochDay(openedOn),
                        what.severity,
                        what.scope,
                        what.figures,
                        List.of(),
                        null,
                        null,
                        null,
                        cases,
                        en,
                        zh,
                        null,
                        rules,
                        answers)
                .row();
    }
}
