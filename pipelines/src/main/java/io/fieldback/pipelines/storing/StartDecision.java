// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import io.fieldback.lake.epoch.Epoch;
import org.jspecify.annotations.Nullable;

/** Which restored state may be used on which warehouse. The tables are the truth; state is only a faster way to them. */
public sealed interface StartDecision {
    /** What the state holds was published before: go on from it. */
    record Published() implements StartDecision {}

    /**
     * Publish what the state holds and no epoch has, then go on.
     *
     * @param published newest checkpoint of the state's lineage that is an epoch, -1 if none is
     */
    record PublishPending(long published) implements StartDecision {}

    /**
     * The state must not be used.
     *
     * @param reason the kind of it
     * @param why completes "Cannot start from …: "
     */
    record Refused(Reason reason, String why) implements StartDecision {}

    /** Why a state is refused. */
    enum Reason {
        /** The state is of another warehouse. */
        OTHER_WAREHOUSE,
        /** The state holds positions in other sources, or up to an end that was fixed then. */
        OTHER_SOURCES,
        /** The state follows an epoch that the warehouse does not have. */
        WAREHOUSE_BEHIND,
        /** Another start has published since. */
        OTHER_START,
        /** The same start has published since. */
        OLDER
    }

    /**
     * Decides for a restored state.
     *
     * @param state of the committer
     * @param checkpointId of the state
     * @param warehouse id of the warehouse
     * @param sources what is to be read now
     * @param written newest epoch of the warehouse that state is compared with, null if it has none
     */
    static StartDecision of(
            CommitterState state, long checkpointId, String warehouse, String sources, @Nullable Epoch written) {
        if (!state.warehouse().equals(warehouse)) {
            return new Refused(Reason.OTHER_WAREHOUSE, "it belongs to another warehouse" + offer(0));
        }
        if (!state.sources().equals(sources)) {
            return new Refused(
                    Reason.OTHER_SOURCES, "it reads " + state.sources() + ", and this job " + sources + offer(0));
        }
        long number = written == null ? 0 : written.number();
        if (state.epoch() > number) {
            return new Refused(
                    Reason.WAREHOUSE_BEHIND,
                    "it follows epoch " + state.epoch() + ", and the warehouse is only at epoch " + number
                            + ", so it is an older copy or was made anew" + offer(0));
        }
        if (written == null) {
            return new PublishPending(-1);
        }
        if (!written.lineage().equals(state.lineage())) {
            return written.number() <= state.epoch()
                    ? new PublishPending(-1)
                    : new Refused(
                            Reason.OTHER_START,
                            "another start has written the warehouse since, up to epoch " + written.number()
                                    + offer(state.epoch()));
        }
        if (written.checkpointId() > checkpointId) {
            return new Refused(
                    Reason.OLDER,
                    "the warehouse is ahead, at checkpoint " + written.checkpointId() + " (epoch " + written.number()
                            + ")" + offer(state.epoch()));
        }
        return written.checkpointId() == checkpointId ? new Published() : new PublishPending(written.checkpointId());
    }

    private static String offer(long epoch) {
        String rebuild = "; start with --rebuild to ignore it and rebuild from the tables";
        return epoch == 0 ? rebuild : rebuild + ", or --rollback-to " + epoch + " to make that epoch the newest again";
    }
}
