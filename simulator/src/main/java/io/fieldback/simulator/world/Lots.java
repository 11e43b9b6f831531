// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import io.fieldback.simulator.chance.Dice;
import java.time.YearMonth;

/** Numbers of supplier lots: the supplier, the month of delivery, and which delivery of that month. */
public final class Lots {
    private Lots() {}

    /** Such as {@code S104-2503B}; {@code month} is the index of the month of delivery. */
    public static String number(String supplier, int month, String delivery) {
        YearMonth delivered = Horizon.month(month);
        return Codes.padded(supplier + "-", delivered.getYear() % 100 * 100L + delivered.getMonthValue(), 4) + delivery;
    }

    /** An ordinary lot built in during a month: delivered in it or in the month before. */
    public static String ordinary(String supplier, int month, Dice dice) {
        return number(supplier, month - dice.below(2), dice.chance(0.5) ? "A" : "B");
    }
}
