// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.SeriesKey;

/**
 * Kinds of looks. All looks of a day are one family, in which each kind has a share of what may be found falsely, but for
 * new products: one of them is one of few and must be found by few failures, where a component is one of thousands.
 */
public enum Group {
    /** Products without a history of their own: a family by themselves, counted as two since each is looked at for half a year. */
    NEW(1, 2),
    /** Products as a whole. */
    PRODUCT(0.05, 25),
    /** Components of products. */
    SERIES(0.33, 100),
    /** How failures of a component of a product depend on age. */
    WEAR(0.05, 100),
    /** Months of production of a component of a product. */
    COHORT(0.15, 100),
    /** Months in which units of a product came in service. */
    IN_SERVICE(0.02, 100),
    /** Regions of a component in all products of a line. */
    REGION(0.15, 50),
    /** Lots of suppliers, in whatever product. */
    LOT(0.25, 50);

    private final double share;
    private final int least;

    Group(double share, int least) {
        this.share = share;
        this.least = least;
    }

    /** The kind of a look at a product as a whole. */
    static Group ofProduct(SeriesKey product, Outlook outlook) {
        return product.measure() == Measure.INCIDENT && outlook.isNew(product) ? NEW : PRODUCT;
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
