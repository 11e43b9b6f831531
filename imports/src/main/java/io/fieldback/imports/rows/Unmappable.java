// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.schemas.wire.RejectReason;
import org.jspecify.annotations.Nullable;

/** Says why a row gives no event. It never leaves the mapping of the row. */
final class Unmappable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final @Nullable String field;
    private final String place;

    Unmappable(RejectReason reason, @Nullable String field, String place, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
        this.place = place;
    }

    RejectReason reason() {
        return reason;
    }

    @Nullable
    String field() {
        return field;
    }

    /** Where the fault is: {@code Jan!C12}. */
    String place() {
        return place;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
