// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

/**
 * One sentence of an answer.
 *
 * @param state how to take it
 * @param headline what it is about, a few words; empty if the sentence needs none
 * @param sentence the finding with its figures
 */
public record Finding(State state, String headline, String sentence) {
    /** A sentence without judgement or headline. */
    public static Finding plain(String sentence) {
        return new Finding(State.PLAIN, "", sentence);
    }
}
