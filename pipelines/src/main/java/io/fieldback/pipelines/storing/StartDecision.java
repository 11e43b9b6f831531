// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import io.fieldback.lake.epoch.Epoch;
import org.jspecify.annotations.Nullable;

/** Which restored state may be used on which warehouse. The tables are the truth; state is only a faster way to them. */
enum StartDecision {
    /** What the state holds was published before: go on from it. */
    PUBLISHED,
    /** The state is of a later checkpoint of the same lineage: publish what it holds, then go on. */
    PUBLISH_PENDING;

    /**
     * Decides for a restored state.
     *
     * @param lineage of the state
     * @param checkpointId of the state
     * @param newest epoch of the warehouse that upkeep did not make, null if it has none
     * @throws IllegalStateException if the state must not be used
     */
    static StartDecision of(String lineage, long checkpointId, long basedOn, @Nullable Epoch newest) {
        if (newest == null) {
            if (basedOn > 0) {
                throw new IllegalStateException("Cannot start from checkpoint " + checkpointId + ": its warehouse had "
                        + basedOn + " epochs, this one has none");
            }
            return PUBLISH_PENDING;
        }
        if (!newest.lineage().equals(lineage) && newest.number() != basedOn) {
            throw new IllegalStateException("Cannot start from checkpoint " + checkpointId
                    + ": the warehouse was written by another start since, up to epoch " + newest.number()
                    + "; start without it to rebuild from the tables");
        }
        if (newest.lineage().equals(lineage) && newest.checkpointId() > checkpointId) {
            throw new IllegalStateException("Cannot start from checkpoint " + checkpointId
                    + ": the warehouse is ahead, at checkpoint " + newest.checkpointId() + " (epoch "
                    + newest.number() + "); start without it to rebuild from the tables");
        }
        return newest.lineage().equals(lineage) && newest.checkpointId() == checkpointId ? PUBLISHED : PUBLISH_PENDING;
    }
}
