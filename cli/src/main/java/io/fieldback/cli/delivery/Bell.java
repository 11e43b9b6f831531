// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.time.Duration;

/** Wakes those who wait for news. A ring while nobody waits is not lost: it is counted. */
final class Bell {
    private long rings;
    private boolean ended;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Wakes everybody for good. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized long rings() {
        return rings;
    }

    /** Waits for a ring after so many, at most so long. */
    synchronized void await(long heard, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (!ended && rings == heard && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = end - System.nanoTime();
        }
    }
}
