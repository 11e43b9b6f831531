// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import java.util.HashMap;
import java.util.Map;

/** A ledger in memory, by cell and known day; as sums up to a day it forgets the days. */
record CountedLedger(Map<Known<ExposureCell>, Long> units, Map<Known<CohortCell>, CohortMeasures> failures)
        implements UnitLedger {
    /** A cell and the day it became known. */
    record Known<C>(C cell, int knownOn) {}

    CountedLedger() {
        this(new HashMap<>(), new HashMap<>());
    }

    @Override
    public void units(ExposureCell cell, int knownOn, long count) {
        units.merge(new Known<>(cell, knownOn), count, (one, other) -> one + other == 0 ? null : (Long) (one + other));
    }

    @Override
    public void failures(CohortCell cell, int knownOn, CohortMeasures measures) {
        failures.merge(new Known<>(cell, knownOn), measures, (one, other) -> {
            CohortMeasures sum = one.plus(other);
            return sum.equals(CohortMeasures.ZERO) ? null : sum;
        });
    }

    /** Takes only what is known by a day, and as if it were known on day 0. */
    UnitLedger upTo(int day) {
        CountedLedger all = this;
        return new UnitLedger() {
            @Override
            public void units(ExposureCell cell, int knownOn, long units) {
                if (knownOn <= day) {
                    all.units(cell, 0, units);
                }
            }

            @Override
            public void failures(CohortCell cell, int knownOn, CohortMeasures measures) {
                if (knownOn <= day) {
                    all.failures(cell, 0, measures);
                }
            }
        };
    }
}
