// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Some months in a row, such as those on which the limits of a chart are frozen.
 *
 * @param from first month
 * @param until last month, not before the first
 */
public record Phase(YearMonth from, YearMonth until) {
    /** Checks the order. */
    public Phase {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Cannot use months " + from + " to " + until + ": the last comes before the first");
        }
    }

    /** The months of a text such as {@code 2025-01:2025-12}. */
    public static Phase of(String text) {
        String[] ends = text.split(":", -1);
        try {
            if (ends.length == 2) {
                return new Phase(YearMonth.parse(ends[0]), YearMonth.parse(ends[1]));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
        throw new IllegalArgumentException(refusal(text));
    }

    /** Whether a month is one of them. */
    public boolean contains(LocalDate month) {
        YearMonth asked = YearMonth.from(month);
        return !asked.isBefore(from) && !asked.isAfter(until);
    }

    private static String refusal(String text) {
        return "Cannot use months '" + text + "': give the first and the last as 2025-01:2025-12";
    }
}
