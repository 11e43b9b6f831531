// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import io.fieldback.pipelines.detection.expectation.Learning;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.expectation.PendingProducts;
import io.fieldback.pipelines.detection.family.Family;
import io.fieldback.pipelines.detection.family.FamilyLook;
import io.fieldback.pipelines.detection.lifecycle.Alarms;
import io.fieldback.pipelines.detection.lifecycle.Openings;
import io.fieldback.pipelines.detection.lifecycle.Standing;
import io.fieldback.pipelines.detection.notice.Notices;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.wording.PastAlerts;
import io.fieldback.schemas.alert.AlertChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All series of a warehouse under watch. It is fed with what became known, in the order of the known days, and asked day
 * by day what there is to tell. An answer is a function of what was known by the end of that day and of the standing the
 * look before it left, and of nothing else.
 */
public final class Watch {
    private final WatchRules rules;
    private final Known known;
    private final PastAlerts past;
    private Standing standing = Standing.empty();
    private @Nullable Learning learning;
    private int learnedUpTo = Integer.MIN_VALUE;
    private int judged = Integer.MIN_VALUE;

    private Watch(WatchRules rules, Reference reference) {
        this.rules = rules;
        this.known = new Known(reference);
        this.past = new PastAlerts(rules.pastMonths(), reference.symptomGroups());
    }

    /** A watch that knows of nothing yet. */
    public static Watch begin(WatchRules rules, Reference reference) {
        return new Watch(rules, reference);
    }

    /** Goes on where a look stood: the standing of its row, fed again with all that was known by then. */
    public void resume(String before) {
        standing = Standing.of(before);
    }

    /** Failures became known. */
    public void know(Occurrence occurrence) {
        known.add(occurrence);
    }

    /** Units became known. */
    public void know(Exposure exposure) {
        known.add(exposure);
    }

    /** Units with a part of a lot became known. */
    public void know(LotExposure exposure) {
        known.add(exposure);
    }

    /** A change of an alert of before, verdicts of people included: what an alert's history is told from. */
    public void past(AlertChange change) {
        past.add(change);
    }

    /** Judges what is known by the end of a day, days since 1970, later than the day judged last. */
    public Tick tick(int day) {
        if (day <= judged) {
            throw new IllegalArgumentException(
                    "Cannot judge day " + day + " after day " + judged + ": days are judged in order");
        }
        judged = day;
        known.close(day);
        Outlook outlook = new Outlook(known, learning(day), rules, day, standing.judged());
        Alarms alarms = new Alarms(known, outlook, rules, past, standing);
        alarms.follow();
        FamilyLook look = FamilyLook.at(known, outlook, rules, alarms);
        Notices notices = new Notices(known, outlook, rules, standing.notices());
        Openings openings = new Openings(known, outlook, rules, alarms, standing, notices.risenSites());
        openings.take(Family.judged(openings.news(look.findings()), look.looks()));
        List<AlertChange> changes = new ArrayList<>(alarms.changes());
        changes.addAll(notices.rows(openings.rises()));
        standing = new Standing(
                day,
                alarms.open(),
                alarms.ended(),
                alarms.unusual(),
                alarms.closed(),
                notices.given(),
                openings.opened());
        changes.forEach(past::add);
        return new Tick(day, look.series(), look.judged(), changes, standing.text());
    }

    /** Of which products counts say nothing yet, as the look at the day judged last had it. */
    public NotYetJudged pending() {
        if (judged == Integer.MIN_VALUE) {
            throw new IllegalStateException("Cannot say what is not judged yet: no day was judged");
        }
        return PendingProducts.of(known, learning(judged), judged);
    }

    /** What was known by the last Sunday teaches for a week. */
    private Learning learning(int day) {
        int sunday = day - Math.floorMod(day - 3, 7);
        Learning current = learning;
        if (current == null || learnedUpTo != sunday) {
            current = new Learning(known, rules, sunday, standing.toldUnusual());
            learning = current;
            learnedUpTo = sunday;
        }
        return current;
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
