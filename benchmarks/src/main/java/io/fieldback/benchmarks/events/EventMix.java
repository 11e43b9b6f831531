// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

/**
 * What a stream of events is made of.
 *
 * @param duplicatePercent events sent again as they are
 * @param revisionPercent later contents of cases sent before
 * @param hotPercent events that are one case, sent again and again as it is
 */
public record EventMix(int duplicatePercent, int revisionPercent, int hotPercent) {
    /** What a maker sees. */
    public static final EventMix USUAL = new EventMix(2, 5, 0);

    /** Each case once. */
    public static final EventMix CASES = new EventMix(0, 0, 0);

    /** Half of the events are one case. */
    public static final EventMix HOT = new EventMix(2, 5, 50);
}
