// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

/**
 * Kinds of looks. All looks of a day are one family, in which each kind has a share of what may be found falsely: a new
 * product is one of few and must be found by few failures, a component is one of thousands.
 */
public enum Group {
    /** Products without a history of their own. */
    NEW(0.15, 2),
    /** Products as a whole. */
    PRODUCT(0.1, 25),
    /** Components of products. */
    SERIES(0.5, 100),
    /** Lots of suppliers, in whatever product. */
    LOT(0.25, 50);

    private final double share;
    private final int least;

    Group(double share, int least) {
        this.share = share;
        this.least = least;
    }

    /** The share of the family's error. */
    double share() {
        return share;
    }

    /** Looks that count at least: a small company looks every day as well. */
    int least() {
        return least;
    }
}
