// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import java.util.Locale;

/** What happened to an alert. */
public enum Change {
    /** It was raised. */
    OPENED,
    /** The excess grew by so much that whoever was told must be told again. */
    WORSENED,
    /** What carries the excess was found out after it was raised. */
    LOCALISED,
    /** The excess shrank; it is still there. */
    EASED,
    /** Nothing is beyond expectation any more. */
    CLOSED,
    /** What it was raised upon was withdrawn or re-coded. */
    WITHDRAWN,
    /** Somebody took it on. */
    ACKNOWLEDGED,
    /** Somebody judged it: confirmed, false or known. */
    JUDGED,
    /** Somebody linked a corrective action. */
    LINKED,
    /** Nobody took it on in time; a superior was told. */
    ESCALATED,
    /** What was told of it before, other than that it was raised, does not hold any more: see {@code answers}. */
    RETRACTED;

    /** As it stands in tables and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The change of a code. Throws if there is none. */
    public static Change of(String code) {
        for (Change change : values()) {
            if (change.code().equals(code)) {
                return change;
            }
        }
        throw new IllegalArgumentException("Cannot read a change " + code + " of an alert: there is none");
    }
}
