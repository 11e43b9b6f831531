// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cells of the ledgers of units as rows of their tables. */
final class UnitRows {
    private UnitRows() {}

    static @Nullable Object[] exposure(ExposureCell cell, int knownOn, long units) {
        return new @Nullable Object[] {
            cell.productModel(),
            month(cell.productionMonth()),
            month(cell.inServiceMonth()),
            month(cell.shippedMonth()),
            month(cell.withdrawnMonth()),
            cell.region(),
            LocalDate.ofEpochDay(knownOn),
            units
        };
    }

    static @Nullable Object[] cohort(CohortCell cell, int knownOn, CohortMeasures measures) {
        Integer age = cell.ageMonth();
        return new @Nullable Object[] {
            cell.productModel(),
            cell.component(),
            month(cell.productionMonth()),
            month(cell.inServiceMonth()),
            age == null ? null : (Long) (long) age,
            cell.recorded(),
            LocalDate.ofEpochDay(knownOn),
            measures.failures(),
            measures.incidents(),
            measures.firstOfUnit(),
            measures.firstOfComponent(),
            measures.firstOfSymptom(),
            measures.costMinor()
        };
    }

    /** The first day of a month. */
    private static @Nullable LocalDate month(@Nullable Integer month) {
        return month == null ? null : LocalDate.EPOCH.plusMonths(month);
    }
}
