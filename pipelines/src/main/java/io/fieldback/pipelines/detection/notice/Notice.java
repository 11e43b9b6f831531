// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import static java.time.ZoneOffset.UTC;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.List;

/**
 * Something to be known of the data or a site. It is told once and not followed.
 *
 * @param kind what it is about
 * @param scope which data
 * @param observed cases
 * @param expected cases; not a number where none were
 * @param cause what it is bound to
 * @param english one sentence
 * @param chinese the same
 */
public record Notice(
        AlertKind kind,
        AlertScope scope,
        long observed,
        double expected,
        List<String> cause,
        String english,
        String chinese) {
    private static final String MINOR = "minor";
    private static final String SERIOUS = "serious";

    /** The row of a notice given at the end of a day. */
    public AlertChange row(int day, String rules) {
        LocalDate date = LocalDate.ofEpochDay(day);
        String id = AlertIds.alert(kind, scope.key() + cause, date.toString());
        AlertFigures counted = AlertFigures.counted(observed);
        AlertFigures figures = Double.isNaN(expected) || expected <= 0
                ? counted
                : new AlertFigures(
                        null,
                        "history",
                        observed,
                        rounded(expected),
                        rounded(observed / expected),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return new AlertChange(
                AlertIds.change(id, Change.OPENED, date.toString()),
                id,
                kind,
                Change.OPENED,
                date,
                date.plusDays(1).atStartOfDay(UTC).toInstant(),
                date,
                kind.family() == AlertKind.Family.NOTICE ? MINOR : SERIOUS,
                scope,
                figures,
                cause,
                null,
                null,
                null,
                List.of(),
                english,
                chinese,
                null,
                rules);
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
