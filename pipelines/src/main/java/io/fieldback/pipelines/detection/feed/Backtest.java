// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the watch would have found from one day to another: the same class over the same tables, each day with what was
 * known by its end. Nothing is published. The tables are read once, however many rules are tried on them.
 */
public final class Backtest implements AutoCloseable {
    /** So many days before the first are judged and not counted, or all that stood open then would count as new. */
    private static final int RUN_IN_DAYS = 56;

    private static final double DAYS_A_MONTH = 365.25 / 12;

    private final EpochFeed feed;
    private final Reference reference;
    /** What customers asked for twice is told in the stream; the same repair is not told again. */
    private final List<AlertChange> customers;

    /** A backtest on an epoch; {@code threads} is how many the queries may take. */
    public Backtest(Warehouse warehouse, Epoch epoch, Reference reference, int threads) {
        this.feed = EpochFeed.open(warehouse, epoch, threads);
        this.reference = reference;
        this.customers = PastLooks.changes(warehouse, epoch).stream()
                .filter(change -> change.kind() == AlertKind.REPEAT_COMPLAINT)
                .toList();
    }

    /**
     * What was found.
     *
     * @param changes of alerts that opened in that time, as they came
     * @param days judged and counted
     * @param seriesMonths months of all series that were looked at
     * @param slowestMillis the longest look
     */
    public record Found(List<AlertChange> changes, int days, double seriesMonths, long slowestMillis) {
        /** Quality alerts that were opened. */
        public List<AlertChange> opened() {
            return changes.stream()
                    .filter(change -> change.change() == Change.OPENED)
                    .filter(change -> change.kind().family() == AlertKind.Family.QUALITY)
                    .toList();
        }
    }

    /** Judges by rules the days from one to another, days since 1970, both included. */
    public Found run(WatchRules rules, int from, int to) {
        Watch watch = Watch.begin(rules, reference);
        List<AlertChange> changes = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        double series = 0;
        long slowest = 0;
        Map<Integer, List<AlertChange>> cases =
                feed.repeatRepairs(customers, from - RUN_IN_DAYS - 1, to, rules.fingerprint());
        try (EpochFeed.News news = feed.after(Integer.MIN_VALUE)) {
            for (int day = from - RUN_IN_DAYS; day <= to; day++) {
                news.until(day, watch);
                long start = System.nanoTime();
                Watch.Tick tick = watch.tick(day);
                slowest = Math.max(slowest, System.nanoTime() - start);
                if (day >= from) {
                    series += tick.series();
                    List<AlertChange> ofDay = new ArrayList<>(tick.changes());
                    ofDay.addAll(cases.getOrDefault(day, List.of()));
                    for (AlertChange change : ofDay) {
                        if (change.change() == Change.OPENED) {
                            counted.add(change.alertId());
                        }
                        if (counted.contains(change.alertId())) {
                            changes.add(change);
                        }
                    }
                }
            }
        }
        return new Found(feed.withUnits(changes), to - from + 1, series / DAYS_A_MONTH, slowest / 1_000_000);
    }

    @Override
    public void close() {
        feed.close();
    }
}
