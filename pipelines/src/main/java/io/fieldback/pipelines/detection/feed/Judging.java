// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges day after day from the tables of epochs. What it keeps in memory between two epochs is a cache: where what was
 * known by then is no longer the same, because something came late, it is filled anew from the tables. Not thread-safe.
 */
public final class Judging {
    /** A first run goes back so far: one record that is dated wrongly must not have decades of nothing judged. */
    private static final int HISTORY_DAYS = 10 * 366;

    private final Warehouse warehouse;
    private final WatchRules rules;
    private final Reference reference;
    private final int threads;

    private @Nullable Watch watch;
    private int judged;
    private long fingerprint;
    private final Set<String> open = new HashSet<>();
    /** Changes that the watch knows of, by their ids: told, or its own. */
    private final Set<String> told = new HashSet<>();

    /** A judging of a warehouse; {@code threads} is how many the queries may take. */
    public Judging(Warehouse warehouse, WatchRules rules, Reference reference, int threads) {
        this.warehouse = warehouse;
        this.rules = rules;
        this.reference = reference;
        this.threads = threads;
    }

    /**
     * A day that was judged.
     *
     * @param tick what was found; only the last day of a run says where it stood
     * @param cases what is told of single cases
     * @param open alerts that are open after it
     * @param pending products that counts say nothing of yet; null but of the last day of a run
     */
    public record Judged(
            Watch.Tick tick,
            List<AlertChange> cases,
            int open,
            @Nullable NotYetJudged pending) {
        /** Copies the list. */
        public Judged {
            cases = List.copyOf(cases);
        }

        /** The same with its findings in other words. */
        private Judged told(List<AlertChange> findings) {
            return new Judged(
                    new Watch.Tick(tick.day(), tick.series(), tick.judged(), findings, tick.standing()),
                    cases,
                    open,
                    pending);
        }

        /** All that is told. */
        public List<AlertChange> changes() {
            List<AlertChange> changes = new ArrayList<>(tick.changes());
            changes.addAll(cases);
            return changes;
        }
    }

    /** The day that the tables of an epoch were judged up to, days since 1970. */
    public OptionalInt judgedUpTo(Epoch epoch) {
        Optional<PastLooks.Look> last = PastLooks.last(warehouse, epoch);
        return last.isPresent() ? OptionalInt.of(last.get().day()) : OptionalInt.empty();
    }

    /** Judges the days after the last look up to a day, days since 1970; nothing is published. */
    public List<Judged> judge(Epoch epoch, int upTo) {
        Optional<PastLooks.Look> last = PastLooks.last(warehouse, epoch);
        if (last.isPresent() && last.get().day() >= upTo) {
            return List.of();
        }
        try (EpochFeed feed = EpochFeed.open(warehouse, epoch, threads)) {
            OptionalInt first = feed.firstDay();
            if (first.isEmpty()) {
                return List.of();
            }
            List<AlertChange> changes = PastLooks.changes(warehouse, epoch);
            Watch current = current(feed, last, changes);
            boolean begins = last.isEmpty();
            int from = begins ? Math.max(first.getAsInt(), upTo - HISTORY_DAYS) : judged + 1;
            Map<Integer, List<AlertChange>> cases = feed.repeatRepairs(changes, from - 1, upTo, rules.fingerprint());
            List<Judged> days;
            try (EpochFeed.News news = feed.after(begins ? Integer.MIN_VALUE : judged)) {
                days = days(news, current, changes, cases, from, upTo);
            }
            days.replaceAll(day -> day.told(feed.withUnits(day.tick().changes())));
            watch = current;
            judged = upTo;
            fingerprint = feed.fingerprint(upTo);
            return days;
        }
    }

    /** Drops what is kept in memory: what was judged last was not published. */
    public void forget() {
        watch = null;
    }

    private Watch current(EpochFeed feed, Optional<PastLooks.Look> last, List<AlertChange> changes) {
        Watch kept = watch;
        // Until all days are judged, nothing is kept: a failure half way leaves no half-fed watch behind.
        watch = null;
        if (kept != null && last.isPresent() && last.get().day() == judged && feed.fingerprint(judged) == fingerprint) {
            return kept;
        }
        Watch filled = Watch.begin(rules, reference);
        open.clear();
        told.clear();
        if (last.isPresent()) {
            judged = last.get().day();
            filled.resume(last.get().standing());
            try (EpochFeed.News news = feed.after(Integer.MIN_VALUE)) {
                news.until(judged, filled);
            }
            for (AlertChange change : changes) {
                if (change.knownOn().toEpochDay() <= judged) {
                    filled.past(change);
                    count(change);
                    told.add(change.changeId());
                }
            }
        }
        return filled;
    }

    private List<Judged> days(
            EpochFeed.News news,
            Watch current,
            List<AlertChange> changes,
            Map<Integer, List<AlertChange>> cases,
            int from,
            int upTo) {
        List<Judged> days = new ArrayList<>();
        int next = 0;
        for (int day = from; day <= upTo; day++) {
            news.until(day, current);
            while (next < changes.size() && changes.get(next).knownOn().toEpochDay() <= day) {
                if (told.add(changes.get(next).changeId())) {
                    current.past(changes.get(next));
                }
                next++;
            }
            Watch.Tick tick = current.tick(day);
            for (AlertChange change : tick.changes()) {
                count(change);
                told.add(change.changeId());
            }
            List<AlertChange> ofDay = cases.getOrDefault(day, List.of());
            for (AlertChange change : ofDay) {
                current.past(change);
                told.add(change.changeId());
            }
            days.add(new Judged(
                    day == upTo ? tick : withoutStanding(tick),
                    ofDay,
                    open.size(),
                    day == upTo ? current.pending() : null));
        }
        return days;
    }

    /** The next look goes on from the last one: what each before it left is of no further use, and may be large. */
    private static Watch.Tick withoutStanding(Watch.Tick tick) {
        return new Watch.Tick(tick.day(), tick.series(), tick.judged(), tick.changes(), "");
    }

    private void count(AlertChange change) {
        if (change.kind().family() == AlertKind.Family.RULE) {
            return;
        }
        if (change.change() == Change.OPENED) {
            open.add(change.alertId());
        } else if (change.change() == Change.CLOSED || change.change() == Change.WITHDRAWN) {
            open.remove(change.alertId());
        }
    }
}
