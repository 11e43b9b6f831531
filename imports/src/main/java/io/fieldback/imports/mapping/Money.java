// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How amounts stand in the file.
 *
 * @param digits digits of the minor unit: 2 for fen and cents
 * @param minor whether they stand in minor units already
 */
public record Money(int digits, boolean minor) {
    /** An amount of the file in minor units. */
    public BigDecimal toMinor(BigDecimal amount) {
        return (minor ? amount : amount.movePointRight(digits)).setScale(0, RoundingMode.HALF_EVEN);
    }

    /** Whether an amount has more digits than the minor unit. */
    public boolean rounds(BigDecimal amount) {
        return (minor ? amount : amount.movePointRight(digits))
                        .stripTrailingZeros()
                        .scale()
                > 0;
    }
}
