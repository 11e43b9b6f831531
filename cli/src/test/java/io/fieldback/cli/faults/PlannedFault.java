// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.fault.FaultPoint;

/**
 * A fault to come.
 *
 * @param point where
 * @param nth at which visit, counted from when it is this fault's turn
 * @param atOnce whether its turn comes at once, in the middle of the recovery from the fault before; else an epoch must
 *     come between
 * @param fate what follows
 */
record PlannedFault(FaultPoint point, int nth, boolean atOnce, Fate fate) {
    /** Whether a job that runs at all comes by while there is still input. */
    boolean needsInput() {
        return point != FaultPoint.INPUT_ENDED;
    }

    /** Whether nothing crashes at this point: something happens that need not. */
    boolean mild() {
        return point == FaultPoint.NOTIFICATION_LOST || point == FaultPoint.FILE_FULL;
    }
}
