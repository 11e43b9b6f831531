// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Occurrence;
import org.jspecify.annotations.Nullable;

/** Rows like others but for one thing. */
final class Rows {
    private Rows() {}

    /** Known on another day. */
    static Occurrence known(Occurrence row, int knownOn) {
        return of(row, knownOn, row.count(), row.component(), row.symptomCode());
    }

    /** Another count. */
    static Occurrence counted(Occurrence row, long count) {
        return of(row, row.knownOn(), count, row.component(), row.symptomCode());
    }

    /** Other codes. */
    static Occurrence coded(Occurrence row, @Nullable String component, @Nullable String symptom) {
        return of(row, row.knownOn(), row.count(), component, symptom);
    }

    private static Occurrence of(
            Occurrence row, int knownOn, long count, @Nullable String component, @Nullable String symptom) {
        return new Occurrence(
                knownOn,
                row.eventOn(),
                row.measure(),
                count,
                count * Math.abs(row.costMinor()),
                row.productModel(),
                component,
                symptom,
                row.causeCode(),
                row.region(),
                row.siteId(),
                row.source(),
                row.supplier(),
                row.lot(),
                row.productionMonth(),
                row.inServiceMonth(),
                row.ageMonth(),
                row.recorded(),
                row.nonQuality(),
                Occurrence.NO_UNIT);
    }
}
