// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Saturdays and Sundays that China works in place of a day off beside a holiday, by the State Council's notices of these
 * years. 2020-02-01 is not among them: it was set, and taken back a week before.
 */
final class ChineseMakeUpDays {
    private static final String YEARS = """
            2012 01-21 01-29 03-31 04-01 04-28 09-29
            2013 01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12
            2014 01-26 02-08 05-04 09-28 10-11
            2015 01-04 02-15 02-28 09-06 10-10
            2016 02-06 02-14 06-12 09-18 10-08 10-09
            2017 01-22 02-04 04-01 05-27 09-30
            2018 02-11 02-24 04-08 04-28 09-29 09-30 12-29
            2019 02-02 02-03 04-28 05-05 09-29 10-12
            2020 01-19 04-26 05-09 06-28 09-27 10-10
            2021 02-07 02-20 04-25 05-08 09-18 09-26 10-09
            2022 01-29 01-30 04-02 04-24 05-07 10-08 10-09
            2023 01-28 01-29 04-23 05-06 06-25 10-07 10-08
            2024 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
            2025 01-26 02-08 04-27 09-28 10-11
            2026 01-04 02-14 02-28 05-09 09-20 10-10
            """;

    private static final int[] DAYS =
            YEARS.lines().flatMapToInt(ChineseMakeUpDays::ofYear).toArray();

    private ChineseMakeUpDays() {}

    static boolean has(int day) {
        return Arrays.binarySearch(DAYS, day) >= 0;
    }

    private static IntStream ofYear(String line) {
        String[] words = line.split(" ", -1);
        return Arrays.stream(words)
                .skip(1)
                .mapToInt(day ->
                        Math.toIntExact(LocalDate.parse(words[0] + '-' + day).toEpochDay()));
    }
}
