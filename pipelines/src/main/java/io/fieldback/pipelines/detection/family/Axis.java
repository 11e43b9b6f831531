// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.series.CohortMonth;
import java.util.Locale;
import java.util.Optional;

/** By what failures are told apart. */
public enum Axis {
    /** Lot of a supplier. */
    LOT,
    /** Supplier of the part. */
    SUPPLIER,
    /** Month of production, or a run of them. */
    PRODUCTION_MONTH,
    /** Month in which units came in service, or a run of them. */
    IN_SERVICE_MONTH,
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

    /** The month by which it tells units apart, if it is one. */
    public Optional<CohortMonth> cohort() {
        return switch (this) {
            case PRODUCTION_MONTH -> Optional.of(CohortMonth.PRODUCTION);
            case IN_SERVICE_MONTH -> Optional.of(CohortMonth.IN_SERVICE);
            case LOT, SUPPLIER, REGION, SITE, SYMPTOM, CAUSE -> Optional.empty();
        };
    }

    /** That of a cohort's month. */
    public static Axis of(CohortMonth month) {
        return switch (month) {
            case PRODUCTION -> PRODUCTION_MONTH;
            case IN_SERVICE -> IN_SERVICE_MONTH;
        };
    }
}
