// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import org.jspecify.annotations.Nullable;

/**
 * What was counted and what it was held against; null where a rule needs none.
 *
 * @param level exposure level, 0 to 4
 * @param basis what the expectation is made of: {@code exposure}, {@code population}, {@code history},
 *     {@code predecessor}, {@code series}, {@code component}
 * @param observed cases
 * @param expected cases, of what is reported so far
 * @param ratio observed over expected
 * @param ratioLow lower end of its 95 % interval
 * @param ratioHigh upper end
 * @param p chance of so much without a cause
 * @param q the same, as one of all series looked at
 * @param unitsInField units of the scope that are still in the field
 * @param costMinor cost of the observed cases, minor units
 * @param rank severity x excess x units in field x cost, by which alerts are sorted
 */
public record AlertFigures(
        @Nullable Long level,
        @Nullable String basis,
        @Nullable Long observed,
        @Nullable Double expected,
        @Nullable Double ratio,
        @Nullable Double ratioLow,
        @Nullable Double ratioHigh,
        @Nullable Double p,
        @Nullable Double q,
        @Nullable Long unitsInField,
        @Nullable Long costMinor,
        @Nullable Double rank) {
    /** No figures. */
    public static final AlertFigures NONE =
            new AlertFigures(null, null, null, null, null, null, null, null, null, null, null, null);

    /** So many cases, counted without expectation. */
    public static AlertFigures counted(long observed) {
        return new AlertFigures(null, null, observed, null, null, null, null, null, null, null, null, null);
    }
}
