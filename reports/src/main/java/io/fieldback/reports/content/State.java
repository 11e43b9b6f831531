// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

/** How a sentence is to be taken. Shown by a shape and a word, never by colour alone. */
public enum State {
    /** Stands out beyond chance, or passes a limit. */
    STANDS_OUT,
    /** Worth a look; less certain, or a reason for care in reading. */
    WATCH,
    /** Nothing stands out. */
    QUIET,
    /** Says what is, without a judgement. */
    PLAIN
}
