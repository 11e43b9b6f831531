// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import io.fieldback.schemas.wire.RejectReason;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads numbers and truth values as people write them, by a grammar of our own: Java's accepts {@code 1d}. */
public final class Numerals {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern CURRENCY_BEFORE =
            Pattern.compile("^(RMB|CNY|USD|EUR|¥|￥|\\$|€)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_BEHIND =
            Pattern.compile("\\s*(元|圆|块|次|台|件|个|只|分钟|RMB|CNY|USD|EUR)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\((\\d.*)\\)");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "有", "对", "√", "✓", "t", "已", "ok");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "无", "没有", "×", "x", "✗", "f", "未");

    private Numerals() {}

    /** The number a cell holds. Throws {@link Unreadable} if it holds none. */
    public static BigDecimal decimal(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number.value();
        }
        return decimal(cell.asText());
    }

    /** The number a text means; thousands separators, a currency and a counting word are dropped. */
    public static BigDecimal decimal(String raw) {
        String text = Words.plain(raw);
        text = CURRENCY_BEFORE.matcher(text).replaceFirst("");
        text = UNIT_BEHIND.matcher(text).replaceFirst("");
        if (IN_PARENTHESES.matcher(text).matches()) {
            text = "-" + text.substring(1, text.length() - 1);
        }
        if (GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new Unreadable(RejectReason.E_NUM_FORMAT, "'" + raw + "' is no number");
        }
        return new BigDecimal(text);
    }

    /** The truth value a cell holds. Throws {@link Unreadable} if it holds none. */
    public static boolean flag(Cell cell) {
        if (cell instanceof Cell.Flag flag) {
            return flag.value();
        }
        String text = Words.plain(cell.asText()).toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        throw new Unreadable(RejectReason.E_TYPE, "'" + cell.asText() + "' is neither yes nor no");
    }
}
