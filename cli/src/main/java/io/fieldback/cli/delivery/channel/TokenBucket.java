// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets a number of messages pass in a time, at once or spread. Robots allow 20 a minute and mute who sends more for ten,
 * so the limit is kept on our side.
 */
final class TokenBucket {
    private final long full;
    private final long each;
    /** What is in it, in the time it takes to fill: whole milliseconds, which no sum rounds. */
    private long millis;

    private Instant at = Instant.MIN;

    /** A full bucket that fills up once in a time. */
    TokenBucket(int size, Duration per) {
        this.full = per.toMillis();
        this.each = full / size;
        this.millis = full;
    }

    /** Takes a token if there is one: zero, else how long until there is. */
    synchronized Duration take(Instant now) {
        if (at.equals(Instant.MIN)) {
            at = now;
        }
        if (now.isAfter(at)) {
            millis = Math.min(full, millis + Duration.between(at, now).toMillis());
            at = now;
        }
        if (millis >= each) {
            millis -= each;
            return Duration.ZERO;
        }
        return Duration.ofMillis(each - millis);
    }
}
