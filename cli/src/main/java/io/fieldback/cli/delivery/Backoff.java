// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long to wait after failures in a row: 1 s, doubled each time up to 10 minutes, spread by a fifth either way so
 * that many who wait for one receiver do not come back together.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int MOST_DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    private final SplittableRandom random;

    Backoff(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The wait after so many failures in a row, from 1. */
    Duration after(int failures) {
        long doubled = FIRST_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
        return spread(Math.min(doubled, LONGEST_MILLIS));
    }

    /** The longest wait. */
    Duration longest() {
        return spread(LONGEST_MILLIS);
    }

    private Duration spread(long millis) {
        return Duration.ofMillis(Math.round(millis * (1 - SPREAD + 2 * SPREAD * random.nextDouble())));
    }
}
