// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** Days and months since 1970, and when the sites of a fleet work. */
final class Days {
    /** First and last days of the Spring Festivals, the May and the National Day holidays. */
    private static final String[][] HOLIDAYS = {
        {"2019-02-04", "2019-02-10"}, {"2019-05-01", "2019-05-04"}, {"2019-10-01", "2019-10-07"},
        {"2020-01-24", "2020-01-30"}, {"2020-05-01", "2020-05-05"}, {"2020-10-01", "2020-10-08"},
        {"2021-02-11", "2021-02-17"}, {"2021-05-01", "2021-05-05"}, {"2021-10-01", "2021-10-07"},
        {"2022-01-31", "2022-02-06"}, {"2022-04-30", "2022-05-04"}, {"2022-10-01", "2022-10-07"},
        {"2023-01-21", "2023-01-27"}, {"2023-04-29", "2023-05-03"}, {"2023-09-29", "2023-10-06"},
        {"2024-02-10", "2024-02-17"}, {"2024-05-01", "2024-05-05"}, {"2024-10-01", "2024-10-07"}
    };

    /** Saturdays and Sundays on which work is made up for. */
    private static final String[] MADE_UP = {
        "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12", "2020-01-19", "2020-04-26",
        "2020-05-09", "2020-09-27", "2020-10-10", "2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-26",
        "2021-10-09", "2022-01-29", "2022-01-30", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09", "2023-01-28",
        "2023-01-29", "2023-04-23", "2023-05-06", "2023-10-07", "2023-10-08", "2024-02-04", "2024-02-18", "2024-04-28",
        "2024-05-11", "2024-09-29", "2024-10-12"
    };

    /** Failures reported on a weekday, Monday first, as a share of an average day. */
    private static final double[] WEEK = {1.22, 1.1, 1.02, 1, 1.04, 0.92, 0.7};

    private static final double IN_HOLIDAY = 0.4;
    private static final double CATCHING_UP = 1.35;
    private static final int CATCH_UP_DAYS = 7;

    private final Set<Integer> holidays = new HashSet<>();
    private final Set<Integer> after = new HashSet<>();
    private final Set<Integer> madeUp = new HashSet<>();

    /** The calendar; without holidays it has weekends only. */
    Days(boolean hasHolidays) {
        if (hasHolidays) {
            for (String[] holiday : HOLIDAYS) {
                for (int day = day(holiday[0]); day <= day(holiday[1]); day++) {
                    holidays.add(day);
                }
                for (int i = 1; i <= CATCH_UP_DAYS; i++) {
                    after.add(day(holiday[1]) + i);
                }
            }
            for (String day : MADE_UP) {
                madeUp.add(day(day));
            }
        }
    }

    /** How many failures a day sees, as a share of an average day. */
    double weight(int day) {
        if (holidays.contains(day)) {
            return IN_HOLIDAY;
        }
        double weight = madeUp.contains(day) ? 1 : WEEK[weekday(day)];
        return weight * (after.contains(day) ? CATCHING_UP : 1);
    }

    /** The first day from this one on, on which sites file. */
    int filing(int day) {
        int at = day;
        while (holidays.contains(at) || (weekday(at) == 6 && !madeUp.contains(at))) {
            at++;
        }
        return at;
    }

    /** The last day of the month on which sites file, if this one is not after it; else that of the next month. */
    int monthEnd(int day) {
        int month = month(day);
        int end = first(month + 1) - 1;
        while (filing(end) != end) {
            end--;
        }
        return end >= day ? end : monthEnd(first(month + 1));
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }

    static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }

    /** The month of a day. */
    static int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return (date.getYear() - 1970) * 12 + date.getMonthValue() - 1;
    }

    /** The first day of a month. */
    static int first(int month) {
        return Math.toIntExact(LocalDate.of(1970 + Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                .toEpochDay());
    }

    /** Such as 2022-03. */
    static String text(int month) {
        return YearMonth.of(1970 + Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .toString();
    }
}
