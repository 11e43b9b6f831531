// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts of before that have something in common with one, with what they turned out to be. */
public final class PastAlerts {
    private final int months;
    private final Map<String, String> symptomGroups;
    private final TreeMap<String, Past> byId = new TreeMap<>();

    /** An alert of before. */
    private record Past(
            AlertChange first,
            @Nullable String verdict,
            @Nullable String linked) {}

    /**
     * None yet.
     *
     * @param months that are told of
     * @param symptomGroups symptom code to its group
     */
    public PastAlerts(int months, Map<String, String> symptomGroups) {
        this.months = months;
        this.symptomGroups = Map.copyOf(symptomGroups);
    }

    /** A change of an alert. */
    public void add(AlertChange change) {
        if (change.kind().family() != AlertKind.Family.QUALITY) {
            return;
        }
        Past past = byId.getOrDefault(change.alertId(), new Past(change, null, null));
        AlertChange first = change.change() == Change.OPENED ? change : past.first();
        String verdict = change.verdict() == null ? past.verdict() : change.verdict();
        String linked = change.linkedId() == null ? past.linked() : change.linkedId();
        byId.put(change.alertId(), new Past(first, verdict, linked));
    }

    /**
     * An alert of before, as evidence has it.
     *
     * @param alertId its id
     * @param related code of {@link Relation}
     * @param openedOn ISO day
     * @param product model code
     * @param component component code
     * @param cause what it was bound to
     * @param verdict what it turned out to be, {@code open} if nobody said
     * @param linked corrective action
     */
    public record Line(
            String alertId,
            String related,
            String openedOn,
            @Nullable String product,
            @Nullable String component,
            List<String> cause,
            String verdict,
            @Nullable String linked) {}

    /** Those related to an alert, opened in the months up to a day: of its component first, then the newest last. */
    List<Line> of(AlertScope scope, String but, LocalDate day) {
        List<Line> lines = new ArrayList<>();
        for (Past past : byId.values()) {
            AlertChange first = past.first();
            Optional<Relation> related = Relation.of(scope, first.scope(), symptomGroups);
            if (related.isPresent()
                    && !first.alertId().equals(but)
                    && !first.openedOn().isAfter(day)
                    && first.openedOn().isAfter(day.minusMonths(months))) {
                lines.add(new Line(
                        first.alertId(),
                        related.get().code(),
                        first.openedOn().toString(),
                        first.scope().productModel(),
                        first.scope().component(),
                        first.cause(),
                        past.verdict() == null ? "none" : past.verdict(),
                        past.linked()));
            }
        }
        lines.sort(Comparator.comparing((Line line) -> !line.related().equals(Relation.COMPONENT.code()))
                .thenComparing(Line::openedOn)
                .thenComparing(Line::alertId));
        return lines;
    }
}
