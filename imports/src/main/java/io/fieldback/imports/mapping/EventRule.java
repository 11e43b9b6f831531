// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.schemas.event.EventType;
import java.util.List;

/**
 * One kind of event that the rows of a sheet give.
 *
 * @param type of the event
 * @param when conditions that a row must meet; a row that does not gives no such event
 * @param id how its id is made
 * @param fields how its fields are filled
 */
public record EventRule(EventType type, List<Condition> when, IdRule id, List<FieldRule> fields) {
    /** Copies the lists. */
    public EventRule {
        when = List.copyOf(when);
        fields = List.copyOf(fields);
    }
}
