// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.events;

import java.time.LocalDate;

/** Days as text, moved in place. */
final class Days {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final byte[][] TEXTS = new byte[20 * 366][];

    static {
        for (int i = 0; i < TEXTS.length; i++) {
            TEXTS[i] = Template.ascii(FIRST.plusDays(i).toString());
        }
    }

    private Days() {}

    /** Moves the day that begins at a position. */
    static void move(byte[] text, int at, int days) {
        byte[] moved = TEXTS[(int) (day(text, at) - FIRST.toEpochDay()) + days];
        System.arraycopy(moved, 0, text, at, moved.length);
    }

    /** The day that begins at a position, days since 1970. */
    static long day(byte[] text, int at) {
        int year = number(text, at, 4);
        return LocalDate.of(year, number(text, at + 5, 2), number(text, at + 8, 2))
                .toEpochDay();
    }

    static int number(byte[] text, int at, int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + text[at + i] - '0';
        }
        return number;
    }
}
