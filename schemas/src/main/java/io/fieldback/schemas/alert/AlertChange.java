// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one alert: a row of the table {@code alerts}, which is the outbox that delivery reads.
 *
 * @param changeId see {@link AlertIds#change}
 * @param alertId see {@link AlertIds#alert}
 * @param kind what the alert is about
 * @param change what happened to it
 * @param knownOn the day by whose end all that it rests on was known
 * @param changedAt the known time at which it happened: end of the tick, receipt of the event
 * @param openedOn {@code knownOn} of the alert's first change
 * @param severity {@code safety}, {@code major}, {@code serious} or {@code minor}
 * @param scope which failures
 * @param figures what was counted
 * @param cause how the excess is bound, such as {@code lot=S104-2503C}, {@code production-month=2025-03}, {@code in-service-month=2025-05},
 *     {@code region=R1}, {@code site=X}, {@code supplier=S104}, {@code month=2025-03}; empty if not localised or not
 *     asked
 * @param by who decided, of decisions
 * @param verdict {@code confirmed}, {@code false-alarm} or {@code known}, of a judgement
 * @param linkedId the corrective action, of a link
 * @param cases ids of the cases a rule rests on, as {@code type/id}
 * @param english one sentence
 * @param chinese the same
 * @param evidence JSON: intervals of the parts, past alerts, the SQL that gives the figures again
 * @param rules fingerprint of the rules that raised it
 * @param answers the change that this one takes back, of withdrawals and retractions
 */
public record AlertChange(
        String changeId,
        String alertId,
        AlertKind kind,
        Change change,
        LocalDate knownOn,
        Instant changedAt,
        LocalDate openedOn,
        String severity,
        AlertScope scope,
        AlertFigures figures,
        List<String> cause,
        @Nullable String by,
        @Nullable String verdict,
        @Nullable String linkedId,
        List<String> cases,
        String english,
        String chinese,
        @Nullable String evidence,
        String rules,
        @Nullable String answers) {
    /** Copies the lists. */
    public AlertChange {
        cause = List.copyOf(cause);
        cases = List.copyOf(cases);
    }

    /** A change that takes nothing back. */
    public AlertChange(
            String changeId,
            String alertId,
            AlertKind kind,
            Change change,
            LocalDate knownOn,
            Instant changedAt,
            LocalDate openedOn,
            String severity,
            AlertScope scope,
            AlertFigures figures,
            List<String> cause,
            @Nullable String by,
            @Nullable String verdict,
            @Nullable String linkedId,
            List<String> cases,
            String english,
            String chinese,
            @Nullable String evidence,
            String rules) {
        this(
                changeId, alertId, kind, change, knownOn, changedAt, openedOn, severity, scope, figures, cause, by,
                verdict, linkedId, cases, english, chinese, evidence, rules, null);
    }

    /** The change as a row of {@link io.fieldback.schemas.table.Tables#ALERTS}. */
    public @Nullable Object[] row() {
        return new @Nullable Object[] {
            changeId,
            alertId,
            kind.code(),
            change.code(),
            knownOn,
            changedAt,
            openedOn,
            severity,
            scope.productModel(),
            scope.component(),
            scope.symptomCode(),
            scope.causeCode(),
            scope.region(),
            scope.siteId(),
            scope.source(),
            scope.subject(),
            figures.level(),
            figures.basis(),
            figures.observed(),
            figures.expected(),
            figures.ratio(),
            figures.ratioLow(),
            figures.ratioHigh(),
            figures.p(),
            figures.q(),
            figures.unitsInField(),
            figures.costMinor(),
            figures.rank(),
            cause,
            by,
            verdict,
            linkedId,
            cases,
            english,
            chinese,
            evidence,
            rules,
            answers
        };
    }

    /**
     * The change of a row. What a decision leaves to its alert must have been filled in, as the view
     * {@code alert_changes} does.
     */
    public static AlertChange of(@Nullable Object[] row) {
        return new AlertChange(
                text(row[0]),
                text(row[1]),
                AlertKind.of(text(row[2])),
                Change.of(text(row[3])),
                (LocalDate) Objects.requireNonNull(row[4]),
                (Instant) Objects.requireNonNull(row[5]),
                (LocalDate) Objects.requireNonNull(row[6]),
                text(row[7]),
                new AlertScope(
                        (String) row[8],
                        (String) row[9],
                        (String) row[10],
                        (String) row[11],
                        (String) row[12],
                        (String) row[13],
                        (String) row[14],
                        (String) row[15]),
                new AlertFigures(
                        (Long) row[16],
                        (String) row[17],
                        (Long) row[18],
                        (Double) row[19],
                        (Double) row[20],
                        (Double) row[21],
                        (Double) row[22],
                        (Double) row[23],
                        (Double) row[24],
                        (Long) row[25],
                        (Long) row[26],
                        (Double) row[27]),
                texts(row[28]),
                (String) row[29],
                (String) row[30],
                (String) row[31],
                texts(row[32]),
                text(row[33]),
                text(row[34]),
                (String) row[35],
                text(row[36]),
                (String) row[37]);
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        for (Object each : (List<?>) Objects.requireNonNull(value)) {
            texts.add((String) each);
        }
        return texts;
    }
}
