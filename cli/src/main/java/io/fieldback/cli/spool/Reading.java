// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.spool;

import java.time.Duration;
import java.time.Instant;

/**
 * How far delivery has read, and what it takes for news: changes of the last 24 hours. After a pause it is what came
 * since a day before the pause, for the first day, so that what happened meanwhile is told, while a load of history
 * never is.
 *
 * @param epoch the last that was read
 * @param committedAt when that was published
 * @param newsSince what is known since then is news, until {@code heldUntil}
 * @param heldUntil afterwards news are as old as a day
 */
public record Reading(long epoch, Instant committedAt, Instant newsSince, Instant heldUntil) {
    private static final Duration DAY = Duration.ofHours(24);

    /** Before anything was read. */
    public static Reading first(Instant now) {
        return new Reading(0, now, now.minus(DAY), now.plus(DAY));
    }

    /** This, when delivery starts again. */
    public Reading resumed(Instant now) {
        return now.isBefore(heldUntil) ? this : new Reading(epoch, committedAt, committedAt.minus(DAY), now.plus(DAY));
    }

    /** This, after one epoch more. */
    public Reading read(long next, Instant published) {
        return new Reading(next, published, newsSince, heldUntil);
    }

    /** Whether a change that became known at a time is news. */
    public boolean isNews(Instant knownAt, Instant now) {
        Instant since = now.isBefore(heldUntil) ? newsSince : now.minus(DAY);
        return !knownAt.isBefore(since);
    }
}
