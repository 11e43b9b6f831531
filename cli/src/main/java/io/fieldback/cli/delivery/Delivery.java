// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.alerts.AlertRows;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.alerts.Stage;
import io.fieldback.cli.spool.Reading;
import io.fieldback.cli.spool.Spool;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what epochs bring to table {@code alerts} and decides whom to tell: puts it into the spool, from where the
 * channels take it. It also watches the deadlines of duties. One thread looks; channels ask from others.
 */
public final class Delivery {
    private final Warehouse warehouse;
    private final Spool spool;
    private final ChannelsFile channels;
    private final Clock clock;
    private AlertRows rows;
    /** Alerts of which somebody was to be told, as far as they were news. */
    private final Map<String, AlertState> states = new ConcurrentHashMap<>();

    private final Map<String, Instant> opened = new ConcurrentHashMap<>();
    private Reading reading;

    /** Delivery that goes on where the spool says. */
    public Delivery(Warehouse warehouse, Spool spool, ChannelsFile channels, Clock clock) {
        this.warehouse = warehouse;
        this.spool = spool;
        this.channels = channels;
        this.clock = clock;
        this.rows = new AlertRows(warehouse);
        Optional<Reading> before = spool.reading();
        this.reading =
                before.map(known -> known.resumed(clock.instant())).orElseGet(() -> Reading.first(clock.instant()));
        spool.take(reading, List.of());
        spool.entries().forEach(this::remember);
    }

    /**
     * Reads the newest epoch unless that was done; whether it brought news. It has all that those before it brought: how
     * many came since the last look, and whether they are still kept, is all the same.
     */
    public boolean look() {
        Optional<Epoch> newest = warehouse.newestEpoch();
        return newest.isPresent() && newest.get().number() != reading.epoch() && read(newest.get());
    }

    /** Tells superiors of alerts that nobody acknowledged in time; whether there was one. */
    public boolean escalate() {
        Instant now = clock.instant();
        boolean any = false;
        for (AlertState state : states.values()) {
            Instant since = opened.get(state.alertId());
            if (since != null && state.stage() == Stage.OPEN) {
                Duty duty = duty(state.finding());
                for (Escalation escalation : Escalation.due(state, duty, since, now)) {
                    if (!spool.knows(escalation.change().changeId())) {
                        Spool.Entry entry = new Spool.Entry(
                                escalation.change(), now, wanting(escalation.change(), escalation.channels()));
                        spool.add(entry);
                        remember(entry);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    /** What a channel is to be told now. */
    List<Telling> waiting(String channel, int limit) {
        return spool.waiting(channel, clock.instant(), limit).stream()
                .map(this::telling)
                .toList();
    }

    /** The active alerts of which a channel was told. */
    List<Telling> active(String channel) {
        Set<String> told = spool.alertsTold(channel);
        return states.values().stream()
                .filter(state -> state.isActive() && told.contains(state.alertId()))
                .map(state -> telling(state.finding()))
                .toList();
    }

    private Telling telling(AlertChange change) {
        AlertState state = states.getOrDefault(change.alertId(), new AlertState(List.of(change)));
        return new Telling(change, Objects.requireNonNull(state), duty(change));
    }

    private Duty duty(AlertChange change) {
        return channels.routing().duty(change);
    }

    private boolean read(Epoch epoch) {
        try {
            return take(epoch);
        } catch (RuntimeException failure) {
            // What stands in no spool is unread.
            rows = new AlertRows(warehouse);
            throw failure;
        }
    }

    private boolean take(Epoch epoch) {
        Instant now = clock.instant();
        List<Spool.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (AlertChange row : rows.unread(epoch)) {
            if (reading.isNews(row.changedAt(), now) && seen.add(row.changeId()) && !spool.knows(row.changeId())) {
                AlertChange change = Discretion.of(row);
                entries.add(new Spool.Entry(
                        change, now, wanting(change, duty(change).channels())));
            }
        }
        entries.sort(java.util.Comparator.comparing(entry -> entry.change().changedAt()));
        Reading next = reading.read(epoch.number(), epoch.committedAt());
        spool.take(next, entries);
        reading = next;
        entries.forEach(this::remember);
        return !entries.isEmpty();
    }

    /** The channels that want a change: of those that are named, or of all if none is. */
    private List<String> wanting(AlertChange change, List<String> named) {
        return channels.channels().stream()
                .filter(channel -> channel.wants(change) && (named.isEmpty() || named.contains(channel.name())))
                .map(ChannelSettings::name)
                .toList();
    }

    private void remember(Spool.Entry entry) {
        AlertChange change = entry.change();
        states.merge(change.alertId(), new AlertState(List.of(change)), (known, more) -> known.with(more.last()));
        if (change.change() == Change.OPENED) {
            opened.putIfAbsent(change.alertId(), entry.seenAt());
        }
    }
}
