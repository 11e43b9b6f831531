// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers in one form: E.164, with {@code ;ext=} (RFC 3966) where a landline has an extension. */
final class PhoneNumber {
    private static final Pattern SEVERAL = Pattern.compile("[/、,;|，；\\n]+");
    private static final Pattern EXTENSION = Pattern.compile("(?:转|分机|ext\\.?|x|#|-)\\s*(\\d{1,6})\\s*$");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\-.()·‐‑–—―−]+");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d+");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86|0)?(1[3-9]\\d{9})");
    private static final Pattern LANDLINE =
            Pattern.compile("(?:\\+?86)?0?((?:10|2\\d)[2-9]\\d{7}|[3-9]\\d{2}[2-9]\\d{6,7})");
    private static final Pattern HOTLINE = Pattern.compile("(?:\\+?86)?([48]00\\d{7})");

    private PhoneNumber() {}

    /** The number, or null if the text holds none that tells one customer from others. Numbers without country are Chinese. */
    static @Nullable String normalised(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (plainMobile(text)) {
            return "+86" + text;
        }
        for (String one : SEVERAL.split(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            String number = single(one.strip());
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private static @Nullable String single(String text) {
        String whole = chinese(SEPARATOR.matcher(text).replaceAll(""), "");
        if (whole != null) {
            return whole;
        }
        Matcher extension = EXTENSION.matcher(text);
        if (extension.find()) {
            String main =
                    SEPARATOR.matcher(text.substring(0, extension.start())).replaceAll("");
            return chinese(main, ";ext=" + extension.group(1));
        }
        return null;
    }

    private static @Nullable String chinese(String compact, String extension) {
        if (!DIGITS.matcher(compact).matches() || placeholder(compact)) {
            return null;
        }
        String number = compact.startsWith("00") ? "+" + compact.substring(2) : compact;
        Matcher mobile = MOBILE.matcher(number);
        if (mobile.matches()) {
            return "+86" + mobile.group(1);
        }
        if (number.startsWith("+") && !number.startsWith("+86")) {
            return number.length() >= 8 && number.length() <= 16 ? number + extension : null;
        }
        Matcher hotline = HOTLINE.matcher(number);
        if (hotline.matches()) {
            return "+86" + hotline.group(1);
        }
        // An area code needs its 0 or the country before it; ten bare digits may be anything.
        Matcher landline = LANDLINE.matcher(number);
        boolean marked = number.startsWith("0") || number.startsWith("+86") || number.startsWith("86");
        return marked && landline.matches() ? "+86" + landline.group(1) + extension : null;
    }

    /** Whether the text is a mobile number and nothing else, as nearly all are: no pattern has to look at it. */
    private static boolean plainMobile(String text) {
        if (text.length() != 11 || text.charAt(0) != '1' || text.charAt(1) < '3') {
            return false;
        }
        boolean several = false;
        for (int i = 1; i < 11; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            several |= i > 3 && c != text.charAt(3);
        }
        return several;
    }

    /** {@code 00000000} and {@code 13800000000}: typed where a form insists, shared by thousands. */
    private static boolean placeholder(String digits) {
        String tail = digits.substring(Math.max(0, digits.length() - 8));
        return tail.chars().distinct().count() == 1;
    }
}
