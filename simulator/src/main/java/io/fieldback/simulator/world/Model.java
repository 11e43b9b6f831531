// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * A product model.
 *
 * @param index position in the world's list
 * @param code model code, such as {@code KF-72}
 * @param line its line
 * @param predecessor code of the model it follows; null if it follows none
 * @param launchMonth index of the first month of production; negative if before the simulated time
 * @param lastMonth index of the last month of production
 * @param weight share of the maker's production while it is made
 * @param plants letters of the plants that make it
 * @param warrantyMonths months of warranty
 * @param priceMinor price, fen
 */
public record Model(
        int index,
        String code,
        Line line,
        @Nullable String predecessor,
        int launchMonth,
        int lastMonth,
        double weight,
        String plants,
        int warrantyMonths,
        int priceMinor) {
    /** Whether this is the other model. */
    public boolean is(Model other) {
        return index == other.index;
    }

    /** Whether it is made in the month of this index. */
    public boolean madeIn(int month) {
        return month >= launchMonth && month <= lastMonth;
    }

    /** The model code as it begins a serial number. */
    public String serialPrefix() {
        return code.replace("-", "");
    }
}
