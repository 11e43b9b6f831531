// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A few records for each stretch, which is an epoch mostly, while there is a reason to spare them: on a slow machine no more than on a fast one. */
final class EpochPace implements PaceFunction.Pace {
    private static final int RECORDS = 12;
    private static final long QUICK_MILLIS = 4;
    private static final long SLOW_MILLIS = 120;
    /** Upkeep gives way to each epoch that comes first; on a busy machine it needs a while without any. */
    private static final long TIDYING_MILLIS = 1_500;

    private final BooleanSupplier sparing;
    private final LongSupplier stretch;
    private long current;
    private int passed;

    EpochPace(BooleanSupplier sparing, LongSupplier stretch) {
        this.sparing = sparing;
        this.stretch = stretch;
    }

    @Override
    public synchronized long millis() {
        if (!sparing.getAsBoolean()) {
            return 0;
        }
        long now = stretch.getAsLong();
        if (now != current) {
            current = now;
            passed = 0;
        }
        if (++passed <= RECORDS) {
            return QUICK_MILLIS;
        }
        return now < 0 ? TIDYING_MILLIS : SLOW_MILLIS;
    }
}
