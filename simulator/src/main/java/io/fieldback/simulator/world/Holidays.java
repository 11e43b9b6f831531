// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

/** The holidays that move work: the Spring Festival, on another date each year, and the National Day week. */
public final class Holidays {
    private static final int[] SPRING_FESTIVALS = {
        Horizon.day("2022-02-01"),
        Horizon.day("2023-01-22"),
        Horizon.day("2024-02-10"),
        Horizon.day("2025-01-29"),
        Horizon.day("2026-02-17"),
        Horizon.day("2027-02-06")
    };

    private Holidays() {}

    /** Whether sites and call centre are all but closed. */
    public static boolean closed(int day) {
        return springFestivalWithin(day, 1, 6) || nationalDay(day);
    }

    /** Whether the plants stand still: longer, because workers travel home. */
    public static boolean plantsStill(int day) {
        return springFestivalWithin(day, 5, 10) || nationalDay(day) || weekday(day) == 7;
    }

    /** The first day from this one on that is open. */
    public static int nextOpen(int day) {
        int open = day;
        while (closed(open)) {
            open++;
        }
        return open;
    }

    /** 1 for Monday to 7 for Sunday. */
    public static int weekday(int day) {
        return Math.floorMod(day + 3, 7) + 1;
    }

    private static boolean nationalDay(int day) {
        return Horizon.monthOfYear(day) == 10 && Horizon.date(day).getDayOfMonth() <= 7;
    }

    private static boolean springFestivalWithin(int day, int before, int after) {
        for (int festival : SPRING_FESTIVALS) {
            if (day >= festival - before && day <= festival + after) {
                return true;
            }
        }
        return false;
    }
}
