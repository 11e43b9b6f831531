// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares what people typed, whatever the width, case and spacing. */
public final class Words {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b-\\u200f\\ufeff]+");
    private static final Pattern ORNAMENT = Pattern.compile("[\\s\\u00a0\\u3000\\u200b-\\u200f\\ufeff*:：]+");
    private static final Pattern TOTAL =
            Pattern.compile("(合计|总计|小计|总和|本页合计|(grand|sub)? ?-?total|sum)[:：]?", Pattern.CASE_INSENSITIVE);

    private Words() {}

    /** A header in the form in which headers are compared: no spaces, stars or colons, small letters, plain width. */
    public static String header(String text) {
        return fold(text, ORNAMENT);
    }

    /** A value in the form in which values of a table are compared. */
    public static String value(String text) {
        return fold(text, SPACE);
    }

    /** Text to search keywords in: small letters, plain width, spaces kept. */
    public static String searchable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Digits and letters in plain width, without outer spaces. */
    public static String plain(String text) {
        return isAscii(text)
                ? text.strip()
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** Whether a row whose first text is this one sums up other rows. */
    public static boolean isTotal(String text) {
        return text.length() < 20 && TOTAL.matcher(plain(text).replace(" ", "")).matches();
    }

    private static String fold(String text, Pattern drop) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return drop.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
