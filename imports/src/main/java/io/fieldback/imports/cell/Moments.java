// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import io.fieldback.schemas.wire.RejectReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days, months, times of day and points in time from cells: serial numbers of spreadsheets, text as people write
 * it in Chinese and English, numbers since 1970 where the mapping says so.
 */
public final class Moments {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T,\\s]+(.+))?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T\\s]*(\\d{2})(\\d{2})(\\d{2})?)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T,\\s]+(.+))?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}(\\s.*)?");
    private static final Pattern NAMED_DAY_FIRST =
            Pattern.compile("(\\d{1,2})[-/. ]([A-Za-z]{3,9})\\.?[-/., ]+(\\d{4})(?:[T,\\s]+(.+))?");
    private static final Pattern NAMED_MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})(?:[T,\\s]+(.+))?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年 ]?(\\d{1,2})月?份?");
    private static final Pattern MONTH_NAMED = Pattern.compile("([A-Za-z]{3,9})\\.?[-/ ,']*(\\d{4}|\\d{2})");
    private static final Pattern MONTH_ALONE = Pattern.compile("(\\d{1,2})月份?");
    private final ZoneId zone;
    private final Order order;
    private final List<DateTimeFormatter> patterns;

    /** Which of day and month comes first where a text leaves it open. */
    public enum Order {
        /** Not known: such a text is refused. */
        UNKNOWN,
        /** 5/1/2024 is the fifth of January. */
        DAY_FIRST,
        /** 5/1/2024 is the first of May. */
        MONTH_FIRST
    }

    /** What a bare number counts since 1970-01-01. */
    public enum Epoch {
        /** Days. */
        DAYS,
        /** Seconds. */
        SECONDS,
        /** Milliseconds. */
        MILLIS,
        /** Microseconds. */
        MICROS
    }

    /**
     * A reader.
     *
     * @param zone of times without offset
     * @param order of day and month where a text leaves it open
     * @param patterns further text forms, tried first
     */
    public Moments(ZoneId zone, Order order, List<DateTimeFormatter> patterns) {
        this.zone = zone;
        this.order = order;
        this.patterns = List.copyOf(patterns);
    }

    /** The zone of times without offset. */
    public ZoneId zone() {
        return zone;
    }

    /** The day a cell names. Throws {@link Unreadable} if it names none. */
    public LocalDate day(Cell cell) {
        return local(cell).toLocalDate();
    }

    /** The point in time a cell names, at the start of the day if it names only a day. */
    public Instant instant(Cell cell) {
        if (cell instanceof Cell.Text text && text.text().length() >= 16) {
            OffsetDateTime exact = withOffset(Words.plain(text.text()));
            if (exact != null) {
                return exact.toInstant();
            }
        }
        return at(local(cell));
    }

    /** The point in time of a day and a time of day, each in a cell of its own; without a time, the day's start. */
    public Instant instant(Cell day, Cell time) {
        LocalDate on = day(day);
        return time.isEmpty() ? at(on.atStartOfDay()) : at(plus(on, time));
    }

    /** A local time as a point in time: a time that does not exist moves forward, one that exists twice is the first. */
    public Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    /** The point in time, so long after 1970-01-01. */
    public static Instant since1970(BigDecimal count, Epoch unit) {
        try {
            return switch (unit) {
                case DAYS -> Instant.ofEpochSecond(Math.multiplyExact(count.longValueExact(), 86_400L));
                case SECONDS -> Instant.ofEpochSecond(count.longValueExact());
                case MILLIS -> Instant.ofEpochMilli(count.longValueExact());
                case MICROS -> {
                    long micros = count.longValueExact();
                    yield Instant.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
                }
            };
        } catch (ArithmeticException | DateTimeException e) {
            throw new Unreadable(RejectReason.E_TIME_RANGE, count + " is no point in time");
        }
    }

    /** The month a cell names. Throws {@link Unreadable} if it names none. */
    public YearMonth month(Cell cell) {
        YearMonth month = monthOrNull(cell, null);
        if (month == null) {
            throw invalid(cell.asText(), "month");
        }
        return month;
    }

    /**
     * The month a header or cell names, or null if it names none.
     *
     * @param year of a month written without one; null if that is no month
     */
    public @Nullable YearMonth monthOrNull(Cell cell, @Nullable Integer year) {
        if (cell instanceof Cell.Number number) {
            if (number.dated()) {
                // A time of day is shown as a date is, but lies on no day.
                return number.value().compareTo(BigDecimal.ONE) < 0
                        ? null
                        : YearMonth.from(SerialDay.local(number).toLocalDate());
            }
            int plain = number.value().signum() > 0
                            && number.value().stripTrailingZeros().scale() <= 0
                            && number.value().compareTo(BigDecimal.valueOf(999_999)) <= 0
                    ? number.value().intValue()
                    : 0;
            return plain >= 198_001 && plain <= 209_912 ? monthOf(plain / 100, plain % 100) : null;
        }
        String text = Words.plain(cell.asText());
        Matcher matcher = MONTH.matcher(text);
        if (matcher.matches()) {
            return monthOf(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        matcher = MONTH_NAMED.matcher(text);
        if (matcher.matches()) {
            int named = Integer.parseInt(matcher.group(2));
            return monthOf(named < 100 ? 2000 + named : named, MonthName.number(matcher.group(1)));
        }
        if (year != null) {
            matcher = MONTH_ALONE.matcher(text);
            return monthOf(year, matcher.matches() ? Integer.parseInt(matcher.group(1)) : MonthName.number(text));
        }
        try {
            return cell.isEmpty() || text.length() < 8 ? null : YearMonth.from(localOfText(text));
        } catch (Unreadable e) {
            return null;
        }
    }

    /** The local time a cell names, at the start of the day if it names only a day. */
    public LocalDateTime local(Cell cell) {
        if (cell instanceof Cell.Number number) {
            if (number.era() == Cell.Era.NONE) {
                return localOfText(cell.asText());
            }
            LocalDateTime compact = compact(cell.asText());
            return compact != null ? compact : SerialDay.local(number);
        }
        return localOfText(Words.plain(cell.asText()));
    }

    private static @Nullable LocalDateTime compact(String text) {
        // 20240115 shown as a number: as a serial it would be the year 57315.
        Matcher matcher = text.length() == 8 ? COMPACT.matcher(text) : null;
        return matcher != null && matcher.matches()
                ? date(text, matcher, 1, 2, 3).atStartOfDay()
                : null;
    }

    private LocalDateTime plus(LocalDate day, Cell time) {
        if (time instanceof Cell.Number number) {
            BigDecimal value = number.value();
            BigDecimal fraction = value.subtract(value.setScale(0, RoundingMode.FLOOR));
            boolean wholeDay = value.compareTo(BigDecimal.ONE) == 0;
            if (value.signum() < 0 || fraction.signum() == 0 && value.signum() > 0 && !wholeDay) {
                // 930 is half past nine.
                return ClockText.on(day, value.stripTrailingZeros().toPlainString());
            }
            return wholeDay
                    ? day.plusDays(1).atStartOfDay()
                    : day.atStartOfDay().plus(SerialDay.fraction(fraction));
        }
        String text = Words.plain(time.asText());
        return text.length() > 9 && Character.isDigit(text.charAt(0)) && text.indexOf(':') > 5
                ? day.atTime(localOfText(text).toLocalTime())
                : ClockText.on(day, text);
    }

    private LocalDateTime localOfText(String text) {
        for (DateTimeFormatter pattern : patterns) {
            try {
                TemporalAccessor parsed = pattern.parse(text);
                LocalDate day = parsed.query(TemporalQueries.localDate());
                LocalTime time = parsed.query(TemporalQueries.localTime());
                if (day != null) {
                    return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
                }
            } catch (DateTimeException e) {
                // The next form may fit; if none does, the text is refused below.
                continue;
            }
        }
        OffsetDateTime exact = text.length() >= 16 ? withOffset(text) : null;
        if (exact != null) {
            return exact.atZoneSameInstant(zone).toLocalDateTime();
        }
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            return ClockText.on(date(text, matcher, 1, 2, 3), matcher.group(4));
        }
        matcher = COMPACT.matcher(text);
        if (matcher.matches()) {
            LocalDate day = date(text, matcher, 1, 2, 3);
            return matcher.group(4) == null
                    ? day.atStartOfDay()
                    : ClockText.on(
                            day,
                            matcher.group(4)
                                    + ":"
                                    + matcher.group(5)
                                    + (matcher.group(6) == null ? "" : ":" + matcher.group(6)));
        }
        matcher = NAMED_DAY_FIRST.matcher(text);
        if (matcher.matches()) {
            LocalDate day = date(text, matcher.group(3), MonthName.number(matcher.group(2)), matcher.group(1));
            return ClockText.on(day, matcher.group(4));
        }
        matcher = NAMED_MONTH_FIRST.matcher(text);
        if (matcher.matches()) {
            LocalDate day = date(text, matcher.group(3), MonthName.number(matcher.group(1)), matcher.group(2));
            return ClockText.on(day, matcher.group(4));
        }
        matcher = YEAR_LAST.matcher(text);
        if (matcher.matches()) {
            return ClockText.on(yearLast(text, matcher), matcher.group(4));
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            throw new Unreadable(
                    RejectReason.E_TIME_AMBIGUOUS, "'" + text + "': year, month and day cannot be told apart");
        }
        throw invalid(text, "day");
    }

    private LocalDate yearLast(String text, Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        boolean dayFirst = order == Order.DAY_FIRST || order == Order.UNKNOWN && first > 12;
        if (order == Order.UNKNOWN && first <= 12 && second <= 12 && first != second) {
            throw new Unreadable(
                    RejectReason.E_TIME_AMBIGUOUS,
                    "'" + text + "': day and month cannot be told apart; set `dates: {order: dmy}` or `mdy`");
        }
        return dayFirst ? date(text, matcher, 3, 2, 1) : date(text, matcher, 3, 1, 2);
    }

    private static @Nullable OffsetDateTime withOffset(String text) {
        char last = text.charAt(text.length() - 1);
        boolean offset = last == 'Z' || last == 'z' || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        if (!offset) {
            return null;
        }
        try {
            return OffsetDateTime.parse(
                    text.charAt(10) == ' '
                            ? text.substring(0, 10) + 'T' + text.substring(11).strip()
                            : text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable YearMonth monthOf(int year, int month) {
        return month >= 1 && month <= 12 ? YearMonth.of(year, month) : null;
    }

    private static LocalDate date(String text, Matcher matcher, int year, int month, int day) {
        return date(text, matcher.group(year), Integer.parseInt(matcher.group(month)), matcher.group(day));
    }

    private static LocalDate date(String text, String year, int month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new Unreadable(RejectReason.E_TIME_INVALID, "'" + text + "' is a day that does not exist");
        }
    }

    private static Unreadable invalid(String text, String what) {
        return new Unreadable(RejectReason.E_TIME_INVALID, "'" + text + "' is no " + what);
    }
}
