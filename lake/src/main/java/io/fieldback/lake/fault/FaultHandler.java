// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.fault;

/** What a test does at fault points: throw, stop the process, wait, or nothing. Called by many threads. */
public interface FaultHandler {
    /** Called at a point that was reached. */
    void reached(FaultPoint point);

    /** Whether that which may happen at a point happens now: a message is lost, a file counts as full. */
    default boolean happens(FaultPoint point) {
        return false;
    }
}
