// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.PlainTables;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which days an epoch knows all of. Each partition of a topic has come as far as the youngest record of it that the
 * tables have; known time is the least of these, and a day is over when it has passed the day's end by a while. A
 * partition that gave nothing for some minutes is left out: it has nothing. While nothing comes at all, known time
 * follows the clock. Not thread-safe.
 */
public final class DaysOver {
    /** A partition that stands still for so long has been read to its end. */
    static final Duration IDLE = Duration.ofMinutes(5);

    /** Records of one partition may be out of order by so much. */
    static final Duration DISORDER = Duration.ofMinutes(10);

    private final Warehouse warehouse;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();

    /** Of a warehouse that a job writes. */
    public DaysOver(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Where a partition stood, and since when. */
    private record Step(long next, Instant since) {}

    /** How far each partition has come by one snapshot of a table, of what is known after a day. */
    private record Told(long snapshot, int judged, Map<String, Instant> reached) {}

    /**
     * The last day of which an epoch knows all.
     *
     * @param judged day that was judged last, days since 1970
     * @param now by the clock of the job; times of records do not lie in its future
     * @return {@code judged} if no later day is over
     */
    public int last(Epoch epoch, int judged, Instant now) {
        ZoneId zone = ZoneId.of(epoch.zone());
        List<Progress> moving = moving(epoch, now);
        int byClock = dayBefore(now, zone);
        if (byClock <= judged) {
            return judged;
        }
        if (moving.isEmpty()) {
            return byClock;
        }
        Map<String, Instant> reached = reached(epoch, judged);
        Instant known = now;
        for (Progress each : moving) {
            Instant youngest = reached.get(key(each.seenIn(), each.partition()));
            if (youngest == null) {
                // It moves, and nothing of it is known of a later day: it is behind.
                return judged;
            }
            known = youngest.isBefore(known) ? youngest : known;
        }
        return Math.max(judged, Math.min(byClock, dayBefore(known, zone)));
    }

    /**
     * The last day that has something and is over by the clock, when all that there is has been read. Decisions about
     * alerts do not count: one about old data is of today, and would make every sender look silent since.
     */
    public Optional<Integer> lastOfAll(Epoch epoch, Instant now) {
        int byClock = (int) LocalDate.ofInstant(now, ZoneId.of(epoch.zone())).toEpochDay() - 1;
        return Stream.of(EventType.values())
                .filter(type -> type != EventType.ALERT_DECISION)
                .flatMap(type -> warehouse.upperBound(epoch, type.table(), "known_on").stream())
                .map(day -> Math.min(byClock, ((Number) day).intValue()))
                .max(Integer::compare);
    }

    private List<Progress> moving(Epoch epoch, Instant now) {
        return EpochJson.positions(epoch.positionsJson()).stream()
                .filter(each -> !each.finished())
                .filter(each -> {
                    String key = key(each.seenIn(), each.partition());
                    @Nullable Step before = steps.get(key);
                    if (before == null || before.next() != each.next()) {
                        before = new Step(each.next(), now);
                        steps.put(key, before);
                    }
                    return before.since().plus(IDLE).isAfter(now);
                })
                .toList();
    }

    /**
     * The youngest record of each partition among those known after a day. Of a table that is as it was at the look
     * before, what it said then; so a look opens what changed, and nothing if nothing did.
     */
    private Map<String, Instant> reached(Epoch epoch, int judged) {
        List<Table> changed = new ArrayList<>();
        for (EventType type : EventType.values()) {
            String table = type.table();
            Long snapshot = epoch.snapshots().get(table);
            @Nullable Told before = told.get(table);
            if (snapshot == null) {
                told.remove(table);
            } else if (before == null || before.snapshot() != snapshot || before.judged() != judged) {
                changed.add(Journals.of(type));
            }
        }
        if (!changed.isEmpty()) {
            look(epoch, judged, changed);
        }
        Map<String, Instant> reached = new HashMap<>();
        told.values()
                .forEach(each -> each.reached()
                        .forEach((key, instant) ->
                                reached.merge(key, instant, (one, other) -> one.isBefore(other) ? other : one)));
        return reached;
    }

    private void look(Epoch epoch, int judged, List<Table> tables) {
        try (Connection opened = PlainTables.knownAfter(warehouse, epoch, tables, judged);
                Statement statement = opened.createStatement()) {
            for (Table table : tables) {
                Map<String, Instant> reached = new HashMap<>();
                try (ResultSet row = statement.executeQuery(
                        "select seen_in, coalesce(seen_partition, 0), epoch_ms(max(received_at)) from " + table.name()
                                + " where received_at is not null and known_on > date '1970-01-01' + " + judged
                                + " group by all")) {
                    while (row.next()) {
                        reached.put(key(row.getString(1), row.getInt(2)), Instant.ofEpochMilli(row.getLong(3)));
                    }
                }
                told.put(
                        table.name(),
                        new Told(Objects.requireNonNull(epoch.snapshots().get(table.name())), judged, reached));
            }
        } catch (SQLException e) {
            throw new LakeException(
                    "Cannot tell which days epoch " + epoch.number() + " knows all of: " + e.getMessage(), e);
        }
    }

    private static int dayBefore(Instant known, ZoneId zone) {
        return (int) LocalDate.ofInstant(known.minus(DISORDER), zone).toEpochDay() - 1;
    }

    private static String key(String seenIn, int partition) {
        return seenIn + '\n' + partition;
    }
}
