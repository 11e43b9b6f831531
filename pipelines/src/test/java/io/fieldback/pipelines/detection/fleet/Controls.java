// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fleets without a fault, each with a disturbance and without: what is alerted of which. */
final class Controls {
    private final WatchRules rules;
    private final Map<Disturbance, Counts> byDisturbance = new EnumMap<>(Disturbance.class);

    Controls(WatchRules rules) {
        this.rules = rules;
    }

    /** Quality alerts and notices of fleets with a disturbance and without. */
    static final class Counts {
        int seeds;
        int with;
        int without;
        final Map<AlertKind, Integer> noticesWith = new EnumMap<>(AlertKind.class);
        final Map<AlertKind, Integer> noticesWithout = new EnumMap<>(AlertKind.class);

        /** Whether the difference is more than chance lets expect of as many alerts, by two standard deviations. */
        boolean isMore() {
            return with - without > 2 * Math.sqrt(with + without + 1.0);
        }
    }

    /** A fleet without a fault, watched from the National Day to the summer. */
    static FleetOptions plain(long seed) {
        return FleetOptions.standard(seed).between("2022-10-01", "2023-07-01");
    }

    /** One seed with all disturbances asked for. */
    void add(long seed, List<Disturbance> disturbances) {
        Map<FleetOptions, List<AlertChange>> seen = new LinkedHashMap<>();
        for (Disturbance disturbance : disturbances) {
            boolean habit = disturbance == Disturbance.HOLIDAYS;
            FleetOptions with = habit ? plain(seed) : plain(seed).with(disturbance);
            FleetOptions without = habit ? plain(seed).without(disturbance) : plain(seed);
            Counts counts = byDisturbance.computeIfAbsent(disturbance, any -> new Counts());
            counts.seeds++;
            counts.with += count(changes(seen, with), with, counts.noticesWith);
            counts.without += count(changes(seen, without), without, counts.noticesWithout);
            seen.keySet().removeIf(options -> !options.equals(plain(seed)));
        }
    }

    private List<AlertChange> changes(Map<FleetOptions, List<AlertChange>> seen, FleetOptions options) {
        return seen.computeIfAbsent(options, any -> FleetWatch.changes(Fleet.of(options), rules, 7));
    }

    private static int count(List<AlertChange> changes, FleetOptions options, Map<AlertKind, Integer> notices) {
        int quality = 0;
        for (AlertChange change : changes) {
            if (change.change() == Change.OPENED && change.knownOn().toEpochDay() >= options.watched()) {
                switch (change.kind().family()) {
                    case QUALITY -> quality++;
                    case NOTICE -> notices.merge(change.kind(), 1, Integer::sum);
                    case RULE -> {}
                }
            }
        }
        return quality;
    }

    Map<Disturbance, Counts> counts() {
        return byDisturbance;
    }

    /** One line a disturbance. */
    String table() {
        StringBuilder table = new StringBuilder(
                "| disturbance | seeds | quality alerts without | with | notices without | notices with |\n"
                        + "|---|---|---|---|---|---|\n");
        byDisturbance.forEach((disturbance, counts) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s | %s |%n",
                disturbance.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                counts.seeds,
                counts.without,
                counts.with,
                notices(counts.noticesWithout),
                notices(counts.noticesWith))));
        return table.toString();
    }

    private static String notices(Map<AlertKind, Integer> notices) {
        StringBuilder text = new StringBuilder();
        notices.forEach((kind, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(kind.code())
                .append(' ')
                .append(count));
        return text.toString();
    }
}
