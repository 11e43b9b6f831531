// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

/** Takes what a unit enters. */
public interface UnitLedger {
    /** Units, or units less, that became known on a day. */
    void units(ExposureCell cell, int knownOn, long units);

    /** Failures, or failures less, that became known on a day. */
    void failures(CohortCell cell, int knownOn, CohortMeasures measures);
}
