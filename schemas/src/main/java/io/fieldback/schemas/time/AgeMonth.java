// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.time;

import java.time.LocalDate;

/**
 * The age of a unit in whole months. Age month m ≥ 1 is [in service + (m − 1) months, in service + m months), where a
 * month that is too short ends on its last day: a month after 31 January is 28 or 29 February. Month 0 is before use.
 */
public final class AgeMonth {
    private AgeMonth() {}

    /** The age month in which a day falls; 0 for any day before {@code inService}. */
    public static int of(LocalDate inService, LocalDate day) {
        if (day.isBefore(inService)) {
            return 0;
        }
        int months = 12 * (day.getYear() - inService.getYear()) + day.getMonthValue() - inService.getMonthValue();
        return inService.plusMonths(months).isAfter(day) ? months : months + 1;
    }
}
