// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets a number of messages pass in a time, at once or spread. Robots allow 20 a minute and mute who sends more for ten,
 * so the limit is kept on our side.
 */
final class TokenBucket {
    private final int size;
    private final Duration each;
    private double tokens;
    private Instant at = Instant.MIN;

    /** A full bucket that fills up once in a time. */
    TokenBucket(int size, Duration per) {
        this.size = size;
        this.each = per.dividedBy(size);
        this.tokens = size;
    }

    /** Takes a token if there is one: zero, else how long until there is. */
    synchronized Duration take(Instant now) {
        if (at.equals(Instant.MIN)) {
            at = now;
        }
        if (now.isAfter(at)) {
            tokens = Math.min(size, tokens + (double) Duration.between(at, now).toMillis() / each.toMillis());
            at = now;
        }
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - tokens) * each.toMillis()));
    }
}
