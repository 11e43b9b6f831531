// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import java.time.LocalDate;
import java.util.stream.Stream;

/** The days off of the Spring Festival, which move with the moon, and of the National Day week. */
final class ChineseDaysOff {
    /** New Year's Day of the lunar calendar. */
    private static final int[] SPRING_FESTIVALS = Stream.of(
                    "2012-01-23",
                    "2013-02-10",
                    "2014-01-31",
                    "2015-02-19",
                    "2016-02-08",
                    "2017-01-28",
                    "2018-02-16",
                    "2019-02-05",
                    "2020-01-25",
                    "2021-02-12",
                    "2022-02-01",
                    "2023-01-22",
                    "2024-02-10",
                    "2025-01-29",
                    "2026-02-17",
                    "2027-02-06")
            .mapToInt(day -> Math.toIntExact(LocalDate.parse(day).toEpochDay()))
            .toArray();

    private static final int FIRST_YEAR = 2012;
    private static final int EVE = 1;
    private static final int AFTER = 6;
    private static final int OCTOBER = 10;
    private static final int WEEK = 7;

    private ChineseDaysOff() {}

    static boolean off(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        if (date.getMonthValue() == OCTOBER && date.getDayOfMonth() <= WEEK) {
            return true;
        }
        int year = date.getYear() - FIRST_YEAR;
        return year >= 0
                && year < SPRING_FESTIVALS.length
                && day >= SPRING_FESTIVALS[year] - EVE
                && day <= SPRING_FESTIVALS[year] + AFTER;
    }
}
