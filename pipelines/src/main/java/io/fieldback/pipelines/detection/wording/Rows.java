// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import static java.time.ZoneOffset.UTC;

import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.lifecycle.OpenAlert;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of alerts as rows. */
public final class Rows {
    private final String rules;
    private final PastAlerts past;

    /**
     * Rows by some rules.
     *
     * @param rules fingerprint
     * @param past alerts of before
     */
    public Rows(String rules, PastAlerts past) {
        this.rules = rules;
        this.past = past;
    }

    /** The scope of an alert. */
    public static AlertScope scope(OpenAlert alert) {
        return new AlertScope(
                none(alert.product()),
                none(alert.component()),
                value(alert, Axis.SYMPTOM),
                value(alert, Axis.CAUSE),
                value(alert, Axis.REGION),
                value(alert, Axis.SITE),
                null,
                null);
    }

    private static @Nullable String value(OpenAlert alert, Axis axis) {
        return alert.subject().axis() == axis ? alert.subject().value() : null;
    }

    /** The row of a change. */
    public AlertChange row(Told told) {
        OpenAlert alert = told.alert();
        LocalDate day = LocalDate.ofEpochDay(told.day());
        AlertFigures figures = figures(told);
        Sentences sentences = new Sentences(told, figures);
        return new AlertChange(
                AlertIds.change(alert.id(), told.change(), day.toString()),
                alert.id(),
                alert.kind(),
                told.change(),
                day,
                day.plusDays(1).atStartOfDay(UTC).toInstant(),
                LocalDate.ofEpochDay(alert.openedOn()),
                alert.severity(),
                scope(alert),
                figures,
                alert.cause(),
                null,
                null,
                null,
                List.of(),
                sentences.english(),
                sentences.chinese(),
                new Evidence(told, past).json(),
                rules);
    }

    private static AlertFigures figures(Told told) {
        double expected = told.stretch().expected().mean();
        long observed = told.stretch().observed();
        Interval interval = expected > 0
                ? new PoissonRate(Math.max(0, observed), expected).interval(Interval.DEFAULT_CONFIDENCE)
                : new Interval(0, Double.POSITIVE_INFINITY);
        double cost = observed > 0 ? Math.max(1, (double) told.stretch().costMinor() / observed) : 1;
        double rank = Severity.weight(told.alert().severity())
                * Math.max(0, told.stretch().excess())
                * Math.max(1, told.unitsInField())
                * cost;
        return new AlertFigures(
                (long) told.level(),
                told.basis().code(),
                observed,
                Numbers.rounded(expected),
                expected > 0 ? Numbers.rounded(observed / expected) : null,
                Numbers.rounded(interval.lower()),
                Double.isInfinite(interval.upper()) ? null : Numbers.rounded(interval.upper()),
                Double.isNaN(told.p()) ? null : Numbers.rounded(told.p()),
                Numbers.rounded(told.alert().q()),
                told.level() == 0 ? null : told.unitsInField(),
                told.stretch().costMinor(),
                Numbers.rounded(rank));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
