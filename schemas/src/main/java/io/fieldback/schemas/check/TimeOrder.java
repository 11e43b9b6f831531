// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.check;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Pause;
import io.fieldback.schemas.shape.Shape;
import io.fieldback.schemas.wire.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order that the days and times of a case have by nature: made before sold, opened before closed. */
final class TimeOrder {
    private final int[][] chains;
    private final Shape<?> shape;
    private final ZoneId zone;

    private TimeOrder(EventType type, ZoneId zone, String... chains) {
        this.shape = type.shape();
        this.zone = zone;
        this.chains = Arrays.stream(chains)
                .map(chain ->
                        Arrays.stream(chain.split(" ")).mapToInt(this::position).toArray())
                .toArray(int[][]::new);
    }

    static TimeOrder of(EventType type, ZoneId zone) {
        return switch (type) {
            case UNIT -> new TimeOrder(type, zone, "producedOn soldOn", "producedOn invoicedOn");
            case SHIPMENT -> new TimeOrder(type, zone, "producedOn shippedOn");
            case INSTALLATION ->
                new TimeOrder(type, zone, "requestedAt completedAt", "deliveredAt completedAt acceptedAt");
            case REPAIR ->
                new TimeOrder(
                        type,
                        zone,
                        "producedOn failedOn reportedAt arrivedAt completedAt closedAt",
                        "reportedAt answeredAt");
            case COMPLAINT ->
                new TimeOrder(
                        type,
                        zone,
                        "shippedOn complainedAt proposedAt resolvedAt confirmedAt",
                        "complainedAt respondedAt",
                        "complainedAt fedBackAt");
            case RETURN -> new TimeOrder(type, zone, "requestedAt arrivedAt appraisedAt returnedToOwnerAt");
            case SERVICE_REQUEST -> new TimeOrder(type, zone, "requestedAt answeredAt verifiedAt");
            case PART_REQUEST -> new TimeOrder(type, zone, "requestedAt answeredAt", "requestedAt fulfilledAt");
            case CORRECTIVE_ACTION ->
                new TimeOrder(type, zone, "openedAt repliedAt", "openedAt containedAt correctedAt verifiedAt");
            case POPULATION, FOLLOW_UP, PART_MOVEMENT, SUPPLIER_CLAIM, SERVICE_FEE, CHARGE, ALERT_DECISION ->
                new TimeOrder(type, zone);
        };
    }

    /** Warns of each field that lies before the one it follows; absent ones are passed over. */
    void check(@Nullable Object[] values, List<Pause> pauses, List<String> warnings) {
        for (int[] chain : chains) {
            Object before = null;
            for (int position : chain) {
                Object value = values[position];
                if (value != null) {
                    if (before != null && isBefore(value, before)) {
                        String field = shape.fields().get(position).name();
                        warnings.add(EventChecks.warning(Warning.W_TIME_ORDER, field));
                    }
                    before = value;
                }
            }
        }
        for (Pause pause : pauses) {
            if (pause.from() != null && pause.to() != null && pause.to().isBefore(pause.from())) {
                warnings.add(EventChecks.warning(Warning.W_TIME_ORDER, "pauses.to"));
            }
        }
    }

    /** A day against a time is judged by days. */
    private boolean isBefore(Object one, Object other) {
        if (one instanceof Instant time && other instanceof Instant otherTime) {
            return time.isBefore(otherTime);
        }
        return day(one).isBefore(day(other));
    }

    private LocalDate day(Object value) {
        return value instanceof LocalDate day ? day : LocalDate.ofInstant((Instant) value, zone);
    }

    private int position(String field) {
        int position = shape.position(field);
        if (position < 0) {
            throw new IllegalStateException("Cannot check " + shape.type().getSimpleName() + ": no field " + field);
        }
        return position;
    }
}
