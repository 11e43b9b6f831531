// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts of before, by component, with what they turned out to be. */
public final class PastAlerts {
    private final int months;
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
     */
    public PastAlerts(int months) {
        this.months = months;
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
     * @param openedOn ISO day
     * @param product model code
     * @param cause what it was bound to
     * @param verdict what it turned out to be, {@code open} if nobody said
     * @param linked corrective action
     */
    public record Line(
            String alertId,
            String openedOn,
            @Nullable String product,
            List<String> cause,
            String verdict,
            @Nullable String linked) {}

    /** Those of the same component opened before a day, the newest last. */
    List<Line> of(AlertChange change) {
        return of(change.scope().component(), change.alertId(), change.knownOn());
    }

    /** Those of a component but one, opened in the months up to a day, the newest last. */
    List<Line> of(@Nullable String component, String but, LocalDate day) {
        List<Line> lines = new ArrayList<>();
        for (Past past : byId.values()) {
            AlertChange first = past.first();
            if (component != null
                    && Objects.equals(first.scope().component(), component)
                    && !first.alertId().equals(but)
                    && !first.openedOn().isAfter(day)
                    && first.openedOn().isAfter(day.minusMonths(months))) {
                lines.add(new Line(
                        first.alertId(),
                        first.openedOn().toString(),
                        first.scope().productModel(),
                        first.cause(),
                        past.verdict() == null ? "none" : past.verdict(),
                        past.linked()));
            }
        }
        lines.sort(java.util.Comparator.comparing(Line::openedOn).thenComparing(Line::alertId));
        return lines;
    }
}
