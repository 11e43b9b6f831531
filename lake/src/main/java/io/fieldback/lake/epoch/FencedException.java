// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

/** A writer that another one has replaced tried to publish; nothing was published. */
public final class FencedException extends LakeException {
    private static final long serialVersionUID = 1L;

    /** {@code newest} is the generation that took over. */
    public FencedException(Generation newest) {
        super("Cannot publish epoch: " + newest.who() + " took over at " + newest.takenAt());
    }
}
