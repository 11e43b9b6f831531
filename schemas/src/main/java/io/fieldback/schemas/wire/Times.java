// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days, months and points in time. The usual forms are read by hand, because a formatter costs more than the rest of
 * the event; what people write instead is read by pattern and normalised.
 */
final class Times {
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern DAY = Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern AMBIGUOUS = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}.*");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})月?");
    private static final Pattern CLOCK = Pattern.compile(
            "(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,](\\d{1,9}))?秒?)?分?\\s*(Z|z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern FAR = Pattern.compile("[+-]?\\d{5,}-\\d{2}-\\d{2}.*");
    private static final int MAX_LENGTH = 64;
    private static final Pattern NUMBER = Pattern.compile("\\d{9,19}");

    private final ZoneId zone;

    /** Times without zone are read in {@code zone}. */
    Times(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(String raw, String path, Notes notes) {
        if (raw.length() == 10 && raw.charAt(4) == '-' && raw.charAt(7) == '-' && digits(raw, 0, 4)) {
            return inRange(
                    date(number(raw, 0, 4, path), number(raw, 5, 7, path), number(raw, 8, 10, path), path), path);
        }
        String text = normalised(raw, path);
        LocalDate day = dayOf(text, path);
        if (day != null) {
            notes.warn(Warning.W_TIME_NORMALISED, path);
            return inRange(day, path);
        }
        return LocalDate.ofInstant(instant(text, path, notes), zone);
    }

    YearMonth month(String raw, String path) {
        Matcher matcher = MONTH.matcher(normalised(raw, path));
        if (!matcher.matches()) {
            throw invalid(path);
        }
        return YearMonth.from(
                inRange(date(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), 1, path), path));
    }

    Instant instant(String raw, String path, Notes notes) {
        Instant usual = usual(raw, path);
        if (usual != null) {
            return inRange(usual, path);
        }
        String text = normalised(raw, path);
        if (NUMBER.matcher(text).matches()) {
            notes.warn(Warning.W_TIME_NORMALISED, path);
            return epoch(text, path);
        }
        int split = separator(text);
        LocalDate day = dayOf(split < 0 ? text : text.substring(0, split), path);
        if (day == null) {
            throw AMBIGUOUS.matcher(text).matches()
                    ? new Refusal(RejectReason.E_TIME_AMBIGUOUS, path, "day and month cannot be told apart")
                    : invalid(path);
        }
        return inRange(
                clock(day, split < 0 ? "00:00" : text.substring(split + 1).strip(), path, notes), path);
    }

    /** {@code 2026-01-05T02:00:00Z} by hand: a formatter takes longer than all other fields of an event. */
    static String written(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (instant.getNano() != 0 || seconds < EARLIEST.getEpochSecond() || seconds >= LATEST.getEpochSecond()) {
            return instant.toString();
        }
        int clock = (int) Math.floorMod(seconds, 86_400L);
        char[] text = "0000-00-00T00:00:00Z".toCharArray();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
        put(text, 0, day.getYear() / 100);
        put(text, 2, day.getYear() % 100);
        put(text, 5, day.getMonthValue());
        put(text, 8, day.getDayOfMonth());
        put(text, 11, clock / 3_600);
        put(text, 14, clock / 60 % 60);
        put(text, 17, clock % 60);
        return new String(text);
    }

    private static void put(char[] text, int at, int twoDigits) {
        text[at] = (char) ('0' + twoDigits / 10);
        text[at + 1] = (char) ('0' + twoDigits % 10);
    }

    private static String normalised(String raw, String path) {
        if (raw.length() > MAX_LENGTH) {
            throw invalid(path);
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (FAR.matcher(text).matches()) {
            throw new Refusal(RejectReason.E_TIME_RANGE, path, "outside 1980 to 2099");
        }
        return text;
    }

    private Instant clock(LocalDate day, String text, String path, Notes notes) {
        Matcher matcher = CLOCK.matcher(text);
        if (!matcher.matches()) {
            throw invalid(path);
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = Integer.parseInt(matcher.group(2));
        int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        String fraction = matcher.group(4);
        // Microseconds, as tables have them.
        int nano = fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6)) * 1_000;
        LocalDate on = day;
        if (hour == 24 && minute == 0 && second == 0) {
            hour = 0;
            on = day.plusDays(1);
            notes.warn(Warning.W_TIME_NORMALISED, path);
        }
        if (second == 60) {
            second = 59;
            notes.warn(Warning.W_TIME_NORMALISED, path);
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.of(on, LocalTime.of(hour, minute, second, nano));
        } catch (DateTimeException e) {
            throw invalid(path);
        }
        String offset = matcher.group(5);
        if (offset != null) {
            try {
                return local.toInstant(ZoneOffset.of(offset.toUpperCase(java.util.Locale.ROOT)));
            } catch (DateTimeException e) {
                throw invalid(path);
            }
        }
        notes.warn(Warning.W_TZ_ASSUMED, path);
        noteTransition(local, path, notes);
        return local.atZone(zone).toInstant();
    }

    private void noteTransition(LocalDateTime local, String path, Notes notes) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        @Nullable ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null) {
            notes.warn(offsets.isEmpty() ? Warning.W_TZ_GAP : Warning.W_TZ_OVERLAP, path);
        }
    }

    /** {@code 2026-01-05T10:00[:00[.000]](Z|+08:00)}, or null for any other form. */
    private static @Nullable Instant usual(String text, String path) {
        int length = text.length();
        if (length < 17 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
            return null;
        }
        char separator = text.charAt(10);
        if (separator != 'T' && separator != ' ' && separator != 't') {
            return null;
        }
        if (!digits(text, 0, 4)
                || !digits(text, 5, 7)
                || !digits(text, 8, 10)
                || !digits(text, 11, 13)
                || !digits(text, 14, 16)) {
            return null;
        }
        int at = 16;
        int second = 0;
        int nano = 0;
        if (text.charAt(at) == ':') {
            if (length < 20 || !digits(text, 17, 19)) {
                return null;
            }
            second = number(text, 17, 19, path);
            at = 19;
            if (text.charAt(at) == '.') {
                int digit = 100_000_000;
                for (at++; at < length && Character.isDigit(text.charAt(at)); at++) {
                    nano += (text.charAt(at) - '0') * digit;
                    digit /= 10;
                }
            }
        }
        int offset = offsetSeconds(text, at);
        int hour = number(text, 11, 13, path);
        int minute = number(text, 14, 16, path);
        if (offset == Integer.MIN_VALUE || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        LocalDate day = date(number(text, 0, 4, path), number(text, 5, 7, path), number(text, 8, 10, path), path);
        long seconds = day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second - offset;
        return Instant.ofEpochSecond(seconds, nano / 1_000 * 1_000L);
    }

    private static int offsetSeconds(String text, int at) {
        int left = text.length() - at;
        if (left == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
            return 0;
        }
        if (left == 6 && text.charAt(at + 3) == ':' && digits(text, at + 1, at + 3) && digits(text, at + 4, at + 6)) {
            int hours = (text.charAt(at + 1) - '0') * 10 + text.charAt(at + 2) - '0';
            int minutes = (text.charAt(at + 4) - '0') * 10 + text.charAt(at + 5) - '0';
            int seconds = hours * 3_600 + minutes * 60;
            if (hours <= 18 && minutes < 60) {
                return text.charAt(at) == '-' ? -seconds : text.charAt(at) == '+' ? seconds : Integer.MIN_VALUE;
            }
        }
        return Integer.MIN_VALUE;
    }

    private static @Nullable LocalDate dayOf(String text, String path) {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            matcher = COMPACT.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            return date(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    path);
        }
        return date(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                path);
    }

    private static int separator(String text) {
        for (int i = 8; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'T' || c == 't' || c == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static Instant epoch(String text, String path) {
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(RejectReason.E_TIME_RANGE, path, "outside 1980 to 2099");
        }
        long micros;
        if (text.length() <= 10) {
            micros = value * 1_000_000;
        } else if (text.length() <= 13) {
            micros = value * 1_000;
        } else if (text.length() <= 16) {
            micros = value;
        } else {
            micros = value / 1_000;
        }
        return inRange(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000), path);
    }

    private static LocalDate date(int year, int month, int day, String path) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw invalid(path);
        }
    }

    private static LocalDate inRange(LocalDate day, String path) {
        if (day.getYear() < 1980 || day.getYear() > 2099) {
            throw new Refusal(RejectReason.E_TIME_RANGE, path, "outside 1980 to 2099");
        }
        return day;
    }

    private static Instant inRange(Instant instant, String path) {
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new Refusal(RejectReason.E_TIME_RANGE, path, "outside 1980 to 2099");
        }
        return instant;
    }

    private static Refusal invalid(String path) {
        return new Refusal(RejectReason.E_TIME_INVALID, path, "no such day or time");
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to, String path) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw invalid(path);
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
