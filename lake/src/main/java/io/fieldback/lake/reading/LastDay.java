// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Tables;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The day as which a warehouse is read: the last one of which it knows anything. What is said to be so many days old is
 * so old on this day, whenever somebody looks. What somebody decides about an alert does not move it: a decision about old
 * data is of today.
 */
public final class LastDay {
    private LastDay() {}

    /**
     * The last known day of an epoch; empty if nothing in it is dated.
     *
     * @param asOf the day is not later than this one
     */
    public static Optional<LocalDate> of(Warehouse warehouse, Epoch epoch, Optional<LocalDate> asOf) {
        Stream<String> journals = Stream.of(EventType.values())
                .filter(type -> type != EventType.ALERT_DECISION)
                .map(EventType::table);
        return Stream.concat(journals, Stream.of(Tables.WATCH_TICKS.name()))
                .flatMap(table -> warehouse.upperBound(epoch, table, "known_on").stream())
                .map(day -> LocalDate.ofEpochDay(((Number) day).longValue()))
                .max(LocalDate::compareTo)
                .map(day -> asOf.isPresent() && asOf.get().isBefore(day) ? asOf.get() : day);
    }
}
