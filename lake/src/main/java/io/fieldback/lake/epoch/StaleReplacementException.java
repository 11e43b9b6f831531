// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

/** What a replacement was made from is no longer what the warehouse holds; it may be made anew from what it does. */
public final class StaleReplacementException extends LakeException {
    private static final long serialVersionUID = 1L;

    StaleReplacementException(String why) {
        super("Cannot replace files: " + why);
    }
}
