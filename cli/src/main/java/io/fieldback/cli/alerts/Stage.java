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
    /** Nothing more came of it for so long that nobody is asked any more: a notice, or a repeat, of long ago. */
    ENDED,
    /** What it was raised upon was withdrawn. */
    WITHDRAWN;

    /** Whether nothing is left to do. */
    public boolean isOver() {
        return switch (this) {
            case OPEN, ACKNOWLEDGED, JUDGED -> false;
            case CLOSED, ENDED, WITHDRAWN -> true;
        };
    }

    /** As it stands in answers and options. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
