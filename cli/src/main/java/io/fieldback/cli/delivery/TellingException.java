// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.time.Duration;

/** A channel was not told. What waits for it stays in the spool. */
public final class TellingException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is to be done about it. */
    public enum Kind {
        /** The receiver is not there or not well: try again, later each time. */
        AWAY,
        /** The receiver wants fewer messages: wait as long as it says, then try again. */
        TOO_FAST,
        /** The receiver takes this message never, others perhaps: go on with them. */
        REFUSED,
        /** The receiver takes no message of ours: a person must mend the channel. */
        BROKEN
    }

    private final Kind kind;
    private final Duration patience;

    /** A failure in one sentence. */
    public TellingException(Kind kind, String sentence) {
        this(kind, sentence, Duration.ZERO);
    }

    /** A failure in one sentence, with the time the receiver wants to be left alone. */
    public TellingException(Kind kind, String sentence, Duration patience) {
        super(sentence);
        this.kind = kind;
        this.patience = patience;
    }

    /** What is to be done about it. */
    public Kind kind() {
        return kind;
    }

    /** How long the receiver wants to be left alone; zero if it did not say. */
    public Duration patience() {
        return patience;
    }
}
