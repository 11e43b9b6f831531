// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import io.fieldback.schemas.wire.RejectReason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day as people write it: 9:30, 0930, 下午3点, 3:20 PM. */
final class ClockText {
    private static final Pattern CLOCK = Pattern.compile(
            "(?:(上午|下午|凌晨|早上|中午|晚上|AM|PM)\\s*)?(\\d{1,2})(?:[:时点](\\d{1,2})?(?:[:分](\\d{1,2})(?:[.,]\\d+)?)?[分秒]?)?(?:\\s*(AM|PM))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT_CLOCK = Pattern.compile("(\\d{1,2})(\\d{2})");

    private ClockText() {}

    /** That time on a day; the day's start where there is no text. 24:00 is the start of the next day. */
    static LocalDateTime on(LocalDate day, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return day.atStartOfDay();
        }
        String plain = text.strip();
        Matcher compact = COMPACT_CLOCK.matcher(plain);
        Matcher matcher = CLOCK.matcher(compact.matches() ? compact.group(1) + ":" + compact.group(2) : plain);
        if (!matcher.matches() || matcher.group(3) == null && plain.matches("\\d{1,2}")) {
            throw invalid(plain);
        }
        int hour = Integer.parseInt(matcher.group(2));
        int minute = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int second = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        String half = matcher.group(1) != null ? matcher.group(1) : matcher.group(5);
        if (half != null) {
            hour = halfDay(half.toUpperCase(Locale.ROOT), hour);
        }
        if (hour == 24 && minute == 0 && second == 0) {
            return day.plusDays(1).atStartOfDay();
        }
        try {
            return day.atTime(hour, minute, second == 60 ? 59 : second);
        } catch (DateTimeException e) {
            throw invalid(plain);
        }
    }

    private static int halfDay(String half, int hour) {
        return switch (half) {
            case "PM", "下午", "晚上" -> hour < 12 ? hour + 12 : hour;
            case "中午" -> hour < 11 ? hour + 12 : hour;
            default -> hour == 12 ? 0 : hour;
        };
    }

    private static Unreadable invalid(String text) {
        return new Unreadable(RejectReason.E_TIME_INVALID, "'" + text + "' is no time of day");
    }
}
