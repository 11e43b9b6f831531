// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

/**
 * What one cell of the failure ledger counts. All are sums, and may be negative in an increment.
 *
 * @param orders repairs of kind failure, at their main fault
 * @param incidents repairs of kind failure, once for each of their components
 * @param faultLines fault lines of repairs of kind failure
 * @param complaints complaints
 * @param qualityReturns returns and exchanges for quality
 * @param costMinor parts, labour, travel and credit, minor units
 * @param downtimeMinutes downtime at the main fault, minutes
 */
public record Measures(
        long orders,
        long incidents,
        long faultLines,
        long complaints,
        long qualityReturns,
        long costMinor,
        long downtimeMinutes) {
    /** Nothing. */
    public static final Measures ZERO = new Measures(0, 0, 0, 0, 0, 0, 0);

    /** The sum, measure by measure, modulo 2^64: an absurd number can still be taken back and stops no job. */
    public Measures plus(Measures other) {
        return new Measures(
                orders + other.orders,
                incidents + other.incidents,
                faultLines + other.faultLines,
                complaints + other.complaints,
                qualityReturns + other.qualityReturns,
                costMinor + other.costMinor,
                downtimeMinutes + other.downtimeMinutes);
    }

    /** The same with all signs turned. */
    public Measures negated() {
        return new Measures(
                -orders, -incidents, -faultLines, -complaints, -qualityReturns, -costMinor, -downtimeMinutes);
    }
}
