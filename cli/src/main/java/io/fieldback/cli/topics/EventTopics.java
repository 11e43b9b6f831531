// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import io.fieldback.schemas.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The topics of events: one a type, {@code fieldback.<type>.v1}. */
public final class EventTopics {
    /** The topic of rows that an import could not map; the job keeps them with the records it refuses itself. */
    public static final String REJECTED = of("rejected-row");

    private EventTopics() {}

    /** The topic of a type by its wire name. */
    public static String of(String type) {
        return "fieldback." + type + ".v1";
    }

    /** The topic of a type. */
    public static String of(EventType type) {
        return of(type.wire());
    }

    /** All topics there may be. */
    public static List<String> all() {
        return Stream.concat(Arrays.stream(EventType.values()).map(EventTopics::of), Stream.of(REJECTED))
                .toList();
    }
}
