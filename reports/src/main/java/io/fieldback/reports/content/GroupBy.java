// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.util.Locale;

/** What units or cases are told apart by. */
public enum GroupBy {
    /** Supplier of a built-in part. */
    SUPPLIER,
    /** Supplier and lot of a built-in part. */
    LOT,
    /** Production batch of the unit. */
    BATCH,
    /** Region of the unit, else of the case. */
    REGION,
    /** Service site of the case. No unit belongs to a site. */
    SITE;

    /** The name on the command line and in the models. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether groups are those of one built-in component. */
    public boolean ofParts() {
        return switch (this) {
            case SUPPLIER, LOT -> true;
            case BATCH, REGION, SITE -> false;
        };
    }
}
