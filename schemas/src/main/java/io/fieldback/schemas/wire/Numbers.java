// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import io.fieldback.schemas.shape.Field;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people and programs write them, by a grammar of our own: Java's accepts {@code 1d} and {@code 0x1p3}. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final int MAX_PRECISION = 40;
    private static final int MAX_SCALE = 40;
    private static final int MAX_LENGTH = 60;

    private Numbers() {}

    static BigDecimal decimal(String raw, String path) {
        if (raw.length() > MAX_LENGTH) {
            boolean number = raw.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.,eE".indexOf(c) >= 0);
            throw number
                    ? new Refusal(RejectReason.E_NUM_RANGE, path, "a number beyond what can be held")
                    : new Refusal(RejectReason.E_NUM_FORMAT, path, "not a number");
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("nan") || lower.endsWith("infinity") || lower.endsWith("inf")) {
            throw new Refusal(RejectReason.E_NUM_NONFINITE, path, "not a finite number");
        }
        if (!text.isEmpty() && (text.charAt(0) == '¥' || text.charAt(0) == '$' || text.charAt(0) == '€')) {
            text = text.substring(1).strip();
        }
        if (text.endsWith("元")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new Refusal(RejectReason.E_NUM_FORMAT, path, "not a number");
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Refusal(RejectReason.E_NUM_RANGE, path, "a number beyond what can be held");
        }
        // An exponent of a billion is a short text and an endless computation: look at the scale before any arithmetic.
        if (value.precision() > MAX_PRECISION || Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new Refusal(RejectReason.E_NUM_RANGE, path, "a number beyond what can be held");
        }
        return value;
    }

    static Long whole(BigDecimal value, Field field, String path) {
        if (value.stripTrailingZeros().scale() > 0) {
            throw new Refusal(RejectReason.E_NUM_FORMAT, path, "not a whole number");
        }
        try {
            return checked(value.longValueExact(), field, path);
        } catch (ArithmeticException e) {
            throw new Refusal(RejectReason.E_NUM_RANGE, path, "beyond a 64-bit integer");
        }
    }

    static Long checked(long value, Field field, String path) {
        if (value < 0 && !field.credit()) {
            throw new Refusal(RejectReason.E_NUM_NEGATIVE, path, "negative");
        }
        return value;
    }

    static Double measured(BigDecimal value, Field field, String path) {
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            throw new Refusal(RejectReason.E_NUM_RANGE, path, "beyond a double");
        }
        if (number < 0 && !field.credit()) {
            throw new Refusal(RejectReason.E_NUM_NEGATIVE, path, "negative");
        }
        return number;
    }
}
