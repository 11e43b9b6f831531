// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Entries of units between two barriers, summed by cell: many units meet in few cells, and most differences cancel. */
public final class UnitBuffer implements UnitLedger {
    private Map<ExposureKey, Long> exposure = new HashMap<>();
    private Map<CohortKey, CohortMeasures> cohorts = new HashMap<>();

    /** A cell and the day it became known. */
    private record ExposureKey(ExposureCell cell, int knownOn) {}

    /** A cell and the day it became known. */
    private record CohortKey(CohortCell cell, int knownOn) {}

    @Override
    public void units(ExposureCell cell, int knownOn, long units) {
        exposure.merge(new ExposureKey(cell, knownOn), units, (one, other) -> one + other == 0 ? null : one + other);
    }

    @Override
    public void failures(CohortCell cell, int knownOn, CohortMeasures measures) {
        cohorts.merge(new CohortKey(cell, knownOn), measures, (one, other) -> {
            CohortMeasures sum = one.plus(other);
            return sum.equals(CohortMeasures.ZERO) ? null : sum;
        });
    }

    /** Cells that wait. */
    public int size() {
        return exposure.size() + cohorts.size();
    }

    /** Writes the cells, and is empty again. */
    public void flush(EpochFiles files) throws IOException {
        for (Map.Entry<ExposureKey, Long> each : exposure.entrySet()) {
            ExposureKey key = each.getKey();
            files.write(Tables.EXPOSURE_LEDGER, UnitRows.exposure(key.cell(), key.knownOn(), each.getValue()));
        }
        for (Map.Entry<CohortKey, CohortMeasures> each : cohorts.entrySet()) {
            CohortKey key = each.getKey();
            files.write(Tables.COHORT_LEDGER, UnitRows.cohort(key.cell(), key.knownOn(), each.getValue()));
        }
        exposure = new HashMap<>();
        cohorts = new HashMap<>();
    }
}
