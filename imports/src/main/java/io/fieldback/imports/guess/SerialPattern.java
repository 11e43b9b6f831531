// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where serial numbers seem to tell the month of production.
 *
 * @param digits after the month, to the end of the serial number
 * @param longYear whether the year has four digits
 */
record SerialPattern(int digits, boolean longYear) {
    /** Share of the serial numbers that must fit. By chance, a fifth of a tenth of them would. */
    private static final double NEEDED = 0.97;

    private static final int SHORTEST_SAMPLE = 8;
    private static final int YEARS_BACK = 20;

    /** The expression of a mapping that reads it. */
    String match() {
        return ".*?(?<yy>" + (longYear ? "20\\\\d\\\\d" : "\\\\d\\\\d") + ")(?<mm>0[1-9]|1[0-2]).{" + digits + "}";
    }

    /** The production day it tells. */
    String producedOn() {
        return (longYear ? "{yy}" : "20{yy}") + "-{mm}-01";
    }

    /** The month of production, as the batch. */
    String batch() {
        return (longYear ? "{yy}" : "20{yy}") + "-{mm}";
    }

    /** The pattern of these serial numbers, or null if none is plain to see. {@code newest} is the last day in the sheet. */
    static @Nullable SerialPattern find(List<Cell> serials, LocalDate newest) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : serials) {
            String text = Words.plain(cell.asText()).toUpperCase(Locale.ROOT);
            if (text.matches("[A-Z0-9-]{7,24}")) {
                texts.add(text);
            }
        }
        if (texts.size() < SHORTEST_SAMPLE || new HashSet<>(texts).size() < SHORTEST_SAMPLE) {
            return null;
        }
        SerialPattern best = null;
        int bestMonths = 1;
        for (boolean longYear : new boolean[] {true, false}) {
            for (int digits = 2; digits <= 12; digits++) {
                int months = months(texts, digits, longYear, newest);
                if (months > bestMonths) {
                    best = new SerialPattern(digits, longYear);
                    bestMonths = months;
                }
            }
        }
        return best;
    }

    /** How many different months such a pattern reads; 0 if it does not fit. */
    private static int months(List<String> serials, int digits, boolean longYear, LocalDate newest) {
        int year = longYear ? 4 : 2;
        int fitting = 0;
        Set<String> months = new HashSet<>();
        for (String serial : serials) {
            int from = serial.length() - digits - 2 - year;
            if (from < 1) {
                continue;
            }
            String text = serial.substring(from, from + year + 2);
            if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                continue;
            }
            int read = Integer.parseInt(text.substring(0, year)) + (longYear ? 0 : 2000);
            int month = Integer.parseInt(text.substring(year));
            boolean past = read < newest.getYear() || read == newest.getYear() && month <= newest.getMonthValue();
            if (month >= 1 && month <= 12 && past && read > newest.getYear() - YEARS_BACK) {
                fitting++;
                months.add(text);
            }
        }
        return fitting >= NEEDED * serials.size() && fitting > 0 ? months.size() : 0;
    }
}
