// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cells of the failure ledger as rows of its table. */
public final class FailureLedger {
    private FailureLedger() {}

    /** The row of a cell: {@code measures} became known on {@code knownOn}, days since 1970. */
    public static @Nullable Object[] row(FailureCell cell, int knownOn, Measures measures) {
        Integer eventOn = cell.eventOn();
        return new @Nullable Object[] {
            cell.productModel(),
            cell.component(),
            cell.symptomCode(),
            cell.causeCode(),
            cell.causeClass(),
            cell.region(),
            eventOn == null ? null : LocalDate.ofEpochDay(eventOn),
            LocalDate.ofEpochDay(knownOn),
            measures.orders(),
            measures.incidents(),
            measures.faultLines(),
            measures.complaints(),
            measures.qualityReturns(),
            measures.costMinor(),
            measures.downtimeMinutes()
        };
    }
}
