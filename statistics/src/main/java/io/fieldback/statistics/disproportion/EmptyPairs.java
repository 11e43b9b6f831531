// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

/** What a list of pairs does with those that have no case. */
public enum EmptyPairs {
    /** All pairs are in it. */
    COUNTED,
    /** Only pairs with a case are in it; chances are then conditional on that [N_star = 1]. */
    LEFT_OUT
}
