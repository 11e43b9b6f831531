// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import org.jspecify.annotations.Nullable;

/** Leaves the reading of one record; it never leaves this package and carries no stack trace, because it is cheap news. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final RejectReason reason;
    final @Nullable String field;

    Refusal(RejectReason reason, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    Reading.Refused toReading() {
        String detail = getMessage();
        return new Reading.Refused(reason, field, detail == null ? reason.name() : detail);
    }
}
