// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.util.Locale;

/** Who made an epoch, and so what it may have changed. */
public enum EpochKind {
    /** The job: new rows, new positions. */
    WRITTEN,
    /** Upkeep: other files, the same content and positions. What a state is based on is never one of these. */
    UPKEEP,
    /** New rules: ledgers made anew from the same journals and positions. */
    RULES,
    /** Content and positions of an older epoch, made the newest again. */
    ROLLBACK;

    /** As it stands in the catalog. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code. Throws if there is none. */
    static EpochKind of(String code) {
        for (EpochKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new LakeException("Cannot read an epoch of kind " + code + ": this program knows none");
    }
}
