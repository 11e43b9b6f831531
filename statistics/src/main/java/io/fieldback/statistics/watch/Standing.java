// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/** Whether a week could be judged, and why not. */
public enum Standing {
    /** It was. */
    JUDGED,
    /** Too few weeks before it with anything at risk and reported. */
    TOO_SHORT,
    /** Nothing is reported of the week itself, or nothing was at risk in it. */
    NOT_REPORTED
}
