// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.util.Locale;

/** Who made an epoch, and so what it may have changed. */
public enum EpochKind {
    /** The job: new rows, new positions. */
    WRITTEN,
    /** Upkeep: other files, the same content and positions. What a state is based on is never one of these. */
    UPKEEP,
    /** Watching: alerts and looks, beside the same journals, ledgers and positions. No state is based on one. */
    WATCH,
    /** New rules: ledgers made anew from the same journals and positions. */
    RULES,
    /** Content and positions of an older epoch, made the newest again. */
    ROLLBACK;

    /**
     * Whether what the job knows of cases and sources follows from such an epoch: a state is compared with the newest of
     * these, and the others come and go beside it.
     */
    public boolean knownToState() {
        return switch (this) {
            case WRITTEN, RULES, ROLLBACK -> true;
            case UPKEEP, WATCH -> false;
        };
    }

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
