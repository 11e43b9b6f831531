// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import io.fieldback.schemas.wire.RejectReason;

/** Says why a cell cannot be read as what a field wants. It never leaves the reading of the row it is about. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /** Makes one of a reason code and of what is wrong, for people. */
    public Unreadable(RejectReason reason, String detail) {
        // No stack trace: a bad column of a large file makes a million of these.
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** The reason code. */
    public RejectReason reason() {
        return reason;
    }

    /** What is wrong. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
