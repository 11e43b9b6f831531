// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import java.util.Locale;

/** How far an alert has come. */
public enum Stage {
    /** Raised, and nobody has said anything yet. */
    OPEN,
    /** Somebody took it on, or linked an action to it. */
    ACKNOWLEDGED,
    /** Somebody judged it; the excess may still be there. */
    JUDGED,
    /** Nothing is beyond expectation any more. */
    CLOSED,
    /** What it was raised upon was withdrawn. */
    WITHDRAWN;

    /** As it stands in answers and options. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
