// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

/**
 * How an open alert was followed so far.
 *
 * @param toldExcess cases beyond expectation when it was last told of
 * @param toldRatio observed over expected when it was last told of
 * @param lookedOn day of the weekly look before, days since 1970; of a closed alert that of the close
 * @param quiet weekly looks in a row without excess
 * @param calm weekly looks in a row with much less of it
 */
public record Followed(double toldExcess, double toldRatio, int lookedOn, int quiet, int calm) {
    /** After a weekly look of which nothing is told. */
    Followed looked(int on, int quietLooks, int calmLooks) {
        return new Followed(toldExcess, toldRatio, on, quietLooks, calmLooks);
    }
}
