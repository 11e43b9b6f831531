// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The simulated time: 33 months of production, and the day on which all is looked at. Days are epoch days, times are
 * epoch seconds; the maker's clocks run in UTC+8.
 */
public final class Horizon {
    /** First month of production. */
    public static final YearMonth FIRST_MONTH = YearMonth.of(2024, 1);

    /** Months of production. */
    public static final int MONTHS = 33;

    /** First day. */
    public static final int START = day(FIRST_MONTH.atDay(1));

    /** Last day; nothing arrives after it. */
    public static final int END = day(FIRST_MONTH.plusMonths(MONTHS - 1L).atEndOfMonth());

    /** Offset of the maker's clocks. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final int FIRST_KNOWN = day(LocalDate.of(2021, 1, 1));
    private static final byte[] MONTH_OF_YEAR = new byte[END + 400 - FIRST_KNOWN];
    private static final byte[] INDEX = new byte[MONTH_OF_YEAR.length];

    static {
        for (int i = 0; i < MONTH_OF_YEAR.length; i++) {
            MONTH_OF_YEAR[i] = (byte) date(FIRST_KNOWN + i).getMonthValue();
            INDEX[i] = (byte) index(YearMonth.from(date(FIRST_KNOWN + i)));
        }
    }

    private Horizon() {}

    /** The epoch day of a date. */
    public static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The epoch day of an ISO date. */
    public static int day(String iso) {
        return day(LocalDate.parse(iso));
    }

    /** The date of an epoch day. */
    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** The month of an epoch day, 1 to 12. */
    public static int monthOfYear(int day) {
        return MONTH_OF_YEAR[day - FIRST_KNOWN];
    }

    /** The index of the month of an epoch day, 0 for the first month of production; negative before. */
    public static int index(int day) {
        return INDEX[day - FIRST_KNOWN];
    }

    /** The month of production of this index, 0 for the first. */
    public static YearMonth month(int index) {
        return FIRST_MONTH.plusMonths(index);
    }

    private static int index(YearMonth month) {
        return (month.getYear() - FIRST_MONTH.getYear()) * 12 + month.getMonthValue() - FIRST_MONTH.getMonthValue();
    }

    /** The epoch second of a time of day on the maker's clocks. */
    public static long second(int day, int secondOfDay) {
        return day * 86_400L + secondOfDay - OFFSET.getTotalSeconds();
    }

    /** The epoch day of an epoch second on the maker's clocks. */
    public static int dayOf(long second) {
        return Math.toIntExact(Math.floorDiv(second + OFFSET.getTotalSeconds(), 86_400L));
    }

    /** The point in time of an epoch second. */
    public static Instant instant(long second) {
        return Instant.ofEpochSecond(second);
    }
}
