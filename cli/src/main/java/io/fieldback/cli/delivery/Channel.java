// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that can be told of alerts. Each is used by one thread. */
public interface Channel extends AutoCloseable {
    /**
     * Tells the first of these changes, as many as go at once, and says how many they were. What was told has arrived
     * for sure; after a failure the first has not.
     */
    int tell(List<Telling> waiting, Instant now) throws TellingException;

    /** The least time from one message to the next. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** After how long the receiver wants to hear again of alerts that are still active; zero if once is enough. */
    default Duration repeats() {
        return Duration.ZERO;
    }

    /** Tells again of alerts that are active. */
    default void repeat(List<Telling> active, Instant now) throws TellingException {}

    @Override
    default void close() {}
}
