// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import java.util.Locale;

/** By what failures are told apart. */
public enum Axis {
    /** Lot of a supplier. */
    LOT,
    /** Supplier of the part. */
    SUPPLIER,
    /** Month of production, or a run of them. */
    PRODUCTION_MONTH,
    /** Region. */
    REGION,
    /** Service site. */
    SITE,
    /** Symptom code. */
    SYMPTOM,
    /** Cause code. */
    CAUSE;

    /** As it stands in tables, such as {@code production-month}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
