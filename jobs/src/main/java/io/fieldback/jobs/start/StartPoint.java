// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.start;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a start begins. */
public sealed interface StartPoint {
    /** Nothing has been read yet, and there is nothing to begin from. */
    record Nothing() implements StartPoint {}

    /**
     * State is rebuilt from the tables.
     *
     * @param epoch whose tables
     * @param why not from a checkpoint
     * @param checkpoint that is meant by {@code why}; null if none is
     */
    record Tables(long epoch, Why why, @Nullable Path checkpoint) implements StartPoint {}

    /**
     * State is restored.
     *
     * @param path folder of the checkpoint
     * @param pending whether it holds what no epoch has, which becomes the next epoch
     */
    record Checkpoint(Path path, boolean pending) implements StartPoint {}

    /** Why state is rebuilt although restoring is faster. */
    enum Why {
        /** It was asked for. */
        ASKED,
        /** The job ends, so it keeps no checkpoint and uses none: its sources begin where the tables say. */
        BOUNDED,
        /** There is no checkpoint. */
        NONE,
        /** The newest checkpoint cannot be read, or files of it are missing. */
        UNREADABLE,
        /** The newest was made by a program that keeps cases in another form. */
        OTHER_PROGRAM,
        /** The newest is of another warehouse. */
        OTHER_WAREHOUSE,
        /** The newest is of the other kind of state. */
        OTHER_STATE,
        /** The newest is of a job that reads other sources. */
        OTHER_SOURCES,
        /** The newest follows an epoch that the warehouse does not have. */
        WAREHOUSE_BEHIND,
        /** Another start has published since the newest. */
        OTHER_START,
        /** Its own start has published since the newest. */
        OLDER
    }
}
