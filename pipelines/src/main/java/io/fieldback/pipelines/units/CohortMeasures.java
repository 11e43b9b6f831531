// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

/**
 * What one cell of the cohort ledger counts. All are sums, and may be negative in an increment.
 *
 * @param failures failures of units, at their main component
 * @param incidents failures of units, once for each of their components
 * @param firstOfUnit failures that are the unit's first, at their main component
 * @param firstOfComponent incidents that are the unit's first of the component
 * @param firstOfSymptom symptoms of the component that the unit shows for the first time
 * @param costMinor parts, labour, travel and credit, minor units
 */
public record CohortMeasures(
        long failures, long incidents, long firstOfUnit, long firstOfComponent, long firstOfSymptom, long costMinor) {
    /** Nothing. */
    public static final CohortMeasures ZERO = new CohortMeasures(0, 0, 0, 0, 0, 0);

    /** The sum, measure by measure, modulo 2^64: an absurd number can still be taken back and stops no job. */
    public CohortMeasures plus(CohortMeasures other) {
        return new CohortMeasures(
                failures + other.failures,
                incidents + other.incidents,
                firstOfUnit + other.firstOfUnit,
                firstOfComponent + other.firstOfComponent,
                firstOfSymptom + other.firstOfSymptom,
                costMinor + other.costMinor);
    }

    /** The same with all signs turned. */
    public CohortMeasures negated() {
        return new CohortMeasures(-failures, -incidents, -firstOfUnit, -firstOfComponent, -firstOfSymptom, -costMinor);
    }
}
