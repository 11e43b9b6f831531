// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days and months since 1970, looked up: they are asked for a million times a look. */
public final class Months {
    private static final int YEARS = 150;
    private static final int TWELVE = 12;
    private static final int EPOCH = 1970;
    private static final int[] FIRST = new int[YEARS * TWELVE + 1];
    private static final short[] OF;

    static {
        for (int month = 0; month < FIRST.length; month++) {
            FIRST[month] = Math.toIntExact(
                    LocalDate.of(EPOCH + month / TWELVE, month % TWELVE + 1, 1).toEpochDay());
        }
        OF = new short[FIRST[FIRST.length - 1]];
        for (int month = 0; month + 1 < FIRST.length; month++) {
            for (int day = FIRST[month]; day < FIRST[month + 1]; day++) {
                OF[day] = (short) month;
            }
        }
    }

    private Months() {}

    /** The month of a day; days beyond the table count as its ends. */
    public static int of(int day) {
        return OF[Math.max(0, Math.min(OF.length - 1, day))];
    }

    /** The first day of a month. */
    public static int first(int month) {
        return FIRST[Math.max(0, Math.min(FIRST.length - 1, month))];
    }

    /** Days of a month. */
    public static int days(int month) {
        return Math.max(1, first(month + 1) - first(month));
    }

    /** The week of a day, Mondays first, counted from the first Monday of 1970. */
    public static int week(int day) {
        return Math.floorDiv(day - 4, 7);
    }

    /** The Monday of a week. */
    public static int monday(int week) {
        return week * 7 + 4;
    }

    /** The month of a text such as 2025-03. */
    public static int parse(String text) {
        YearMonth month = YearMonth.parse(text);
        return (month.getYear() - EPOCH) * TWELVE + month.getMonthValue() - 1;
    }

    /** Such as 2025-03. */
    public static String text(int month) {
        return YearMonth.of(EPOCH + Math.floorDiv(month, TWELVE), Math.floorMod(month, TWELVE) + 1)
                .toString();
    }
}
