// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to act on an alert, by when, and who is told if nobody does.
 *
 * @param department responsible department, or null
 * @param person name or role of the responsible person, or null
 * @param deadline so long after it was read the alert shall be acknowledged; null if nobody waits for that
 * @param channels that are told; all if empty
 * @param superiors told one after the other while nobody acknowledges
 */
public record Duty(
        @Nullable String department,
        @Nullable String person,
        @Nullable Duration deadline,
        List<String> channels,
        List<Superior> superiors) {
    /** Nobody in particular. */
    public static final Duty NOBODYS = new Duty(null, null, null, List.of(), List.of());

    /** Copies the lists. */
    public Duty {
        channels = List.copyOf(channels);
        superiors = List.copyOf(superiors);
    }

    /**
     * A superior.
     *
     * @param person name or role
     * @param after so long after the deadline, or after the superior before
     * @param channels that are told; those of the duty if empty
     */
    public record Superior(String person, Duration after, List<String> channels) {
        /** Copies the list. */
        public Superior {
            channels = List.copyOf(channels);
        }
    }
}
