// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.shape.Shape;

/** Events but for the day they were received: what makes one content. */
final class Received {
    private Received() {}

    static Event without(Event event) {
        return (Event) without(EventType.of(event).shape(), (Record) event);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R without(Shape<R> shape, Record record) {
        Object[] values = shape.values((R) record);
        values[shape.position("receivedAt")] = null;
        return shape.create(values);
    }
}
