// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import io.fieldback.imports.cell.Numerals;
import io.fieldback.imports.cell.Unreadable;
import io.fieldback.imports.cell.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the first some thousand cells of a column look like. Shares are of the cells that hold something. */
final class ColumnSample {
    private static final Pattern PHONE = Pattern.compile(
            "(\\+?86[- ]?)?1[3-9]\\d[- *]?[\\d*]{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8}(-\\d{1,5})?|\\+\\d[\\d ()-]{7,16}|\\(?\\d{3}\\)?[- ]\\d{3}[- ]\\d{4}|400-?\\d{3}-?\\d{4}");
    private static final Pattern PUNCTUATION = Pattern.compile("[，。；！,;!]|\\p{L} \\p{L}+ \\p{L}+ ");
    /** Day and month are told apart later; here either will do. */
    private static final Moments MOMENTS = new Moments(ZoneOffset.UTC, Moments.Order.DAY_FIRST, List.of());

    private static final Moments MOMENTS_MONTH_FIRST =
            new Moments(ZoneOffset.UTC, Moments.Order.MONTH_FIRST, List.of());

    private final List<Cell> cells = new ArrayList<>();
    private final Set<String> distinct = new HashSet<>();
    private final Map<String, Double> shares = new HashMap<>();
    private long length;
    private int rows;

    void add(Cell cell) {
        rows++;
        if (!cell.isEmpty()) {
            cells.add(cell);
            String text = cell.asText();
            distinct.add(text);
            length += text.length();
        }
    }

    List<Cell> cells() {
        return cells;
    }

    /** Rows looked at, with or without content. */
    int rows() {
        return rows;
    }

    int filled() {
        return cells.size();
    }

    int distinct() {
        return distinct.size();
    }

    /** Different values per value. */
    double variety() {
        return cells.isEmpty() ? 0 : (double) distinct.size() / cells.size();
    }

    double averageLength() {
        return cells.isEmpty() ? 0 : (double) length / cells.size();
    }

    /** Cells shown as dates. */
    double dated() {
        return share("dated", cell -> cell instanceof Cell.Number number && number.dated());
    }

    /** Texts that are dates. */
    double textDates() {
        return share("textDates", cell -> cell instanceof Cell.Text && day(cell) != null);
    }

    /** Cells that are dates, one way or the other. */
    double dates() {
        return share(
                "dates",
                cell -> cell instanceof Cell.Number number
                        ? number.dated() || day(cell) != null && plausible(number)
                        : day(cell) != null);
    }

    double months() {
        return share("months", cell -> MOMENTS.monthOrNull(cell, null) != null);
    }

    double numbers() {
        return share("numbers", cell -> {
            try {
                Numerals.decimal(cell);
                return !(cell instanceof Cell.Number number && number.dated());
            } catch (Unreadable e) {
                return false;
            }
        });
    }

    double phones() {
        return share("phones", cell -> PHONE.matcher(Words.plain(cell.asText())).matches());
    }

    double flags() {
        return share("flags", cell -> {
            try {
                Numerals.flag(cell);
                return true;
            } catch (Unreadable e) {
                return false;
            }
        });
    }

    /** Cells that read like sentences. */
    double prose() {
        return share(
                "prose",
                cell -> cell.asText().length() > 18
                        || PUNCTUATION.matcher(cell.asText()).find());
    }

    /** Cells with a digit in them. */
    double withDigits() {
        return share("withDigits", cell -> cell.asText().chars().anyMatch(Character::isDigit));
    }

    /** Long codes of letters and digits. */
    double serials() {
        return share("serials", cell -> Words.plain(cell.asText()).matches("(?=.*\\d{3})[A-Za-z0-9-]{8,24}"));
    }

    /** The first value, for showing. */
    String example() {
        if (cells.isEmpty()) {
            return "";
        }
        Cell first = cells.get(0);
        LocalDate day = first instanceof Cell.Number number && number.dated() ? day(first) : null;
        String text = day == null ? first.asText() : day.toString();
        return text.length() > 24 ? text.substring(0, 23) + "…" : text;
    }

    static @Nullable LocalDate day(Cell cell) {
        try {
            LocalDate day = MOMENTS.day(cell);
            return day.getYear() >= 1980 && day.getYear() < 2100 ? day : null;
        } catch (Unreadable e) {
            try {
                return MOMENTS_MONTH_FIRST.day(cell);
            } catch (Unreadable both) {
                return null;
            }
        }
    }

    /** A bare number that may be a day: the serial numbers of 1995 to 2049. */
    private static boolean plausible(Cell.Number number) {
        double value = number.value().doubleValue();
        return value > 34_700 && value < 54_790 || number.asText().length() == 8;
    }

    private double share(String name, Predicate<Cell> what) {
        return cells.isEmpty() ? 0 : shares.computeIfAbsent(name, any -> share(what));
    }

    private double share(Predicate<Cell> what) {
        int step = Math.max(1, cells.size() / 300);
        int looked = 0;
        int found = 0;
        for (int i = 0; i < cells.size(); i += step) {
            looked++;
            found += what.test(cells.get(i)) ? 1 : 0;
        }
        return (double) found / looked;
    }
}
