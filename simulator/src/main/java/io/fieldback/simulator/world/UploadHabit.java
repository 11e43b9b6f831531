// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import io.fieldback.simulator.chance.Dice;

/** When a service site sends what it has recorded. */
public enum UploadHabit {
    /** Within hours or a day or two. */
    PROMPT,
    /** On Mondays. */
    WEEKLY,
    /** One to five weeks later. */
    SLOW,
    /** On the last day of the month. */
    MONTH_END,
    /** Once a quarter, a month after its end. */
    MONTHS_LATE;

    /** When a record is received that was made at {@code recorded}, epoch seconds. Never before it. */
    public long receivedAt(long recorded, Dice dice) {
        long punctual = switch (this) {
            case PROMPT -> recorded + 600 + (long) dice.exponential(70_000);
            case WEEKLY -> onDay(monday(Horizon.dayOf(recorded)), dice);
            case SLOW -> recorded + dice.between(7 * 86_400, 35 * 86_400);
            case MONTH_END -> onDay(monthEnd(Horizon.dayOf(recorded)), dice);
            case MONTHS_LATE -> onDay(afterQuarter(Horizon.dayOf(recorded)), dice);
        };
        long forgotten = dice.chance(0.008) ? dice.between(30 * 86_400, 200 * 86_400) : 0;
        return Math.max(punctual + forgotten, recorded + 60);
    }

    private static long onDay(int day, Dice dice) {
        return Horizon.second(day, dice.between(18 * 3_600, 22 * 3_600));
    }

    private static int monday(int day) {
        return day + 8 - Holidays.weekday(day);
    }

    private static int monthEnd(int day) {
        return day + Horizon.date(day).lengthOfMonth() - Horizon.date(day).getDayOfMonth();
    }

    private static int afterQuarter(int day) {
        int monthsLeft = 2 - (Horizon.monthOfYear(day) - 1) % 3;
        return Horizon.day(Horizon.date(day).withDayOfMonth(1).plusMonths(monthsLeft + 2L)) - 2;
    }
}
