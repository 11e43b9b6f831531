// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.text;

import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Language;
import io.fieldback.statistics.interval.Interval;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class Figures {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    private final Language language;

    /** Figures in a language. */
    public Figures(Language language) {
        this.language = language;
    }

    /** A count with separators between thousands. */
    public String count(long value) {
        return NumberFormat.getIntegerInstance(language.locale()).format(value);
    }

    /** A number with as many decimals as its size deserves: 0.042, 1.23, 12.3, 123. */
    public String number(double value) {
        double size = Math.abs(value);
        return decimals(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 3);
    }

    /** A number with this many decimals. */
    public String decimals(double value, int decimals) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value).replace('-', '−');
    }

    /** A share of 0 to 1 as a percentage. */
    public String share(double value) {
        double percent = value * 100;
        return decimals(percent, percent != 0 && percent < 9.95 ? 1 : 0) + (language == Language.ZH ? "%" : " %");
    }

    /** A p value: three decimals, or that it is less. */
    public String chance(double value) {
        return value < 0.001 ? "< 0.001" : decimals(value, 3);
    }

    /** An interval, its ends as numbers. */
    public String interval(Interval interval) {
        return number(interval.lower()) + "–" + number(interval.upper());
    }

    /** A month without its day. */
    public String month(LocalDate month) {
        return MONTH.format(month);
    }

    /** The value of a column, or a dash where there is none. */
    public String cell(Heading heading, @Nullable Object value) {
        if (value == null) {
            return "–";
        }
        return switch (heading.kind()) {
            case TEXT -> value.toString();
            case COUNT -> count((Long) value);
            case NUMBER -> number((Double) value);
            case SHARE -> share((Double) value);
            case DAY -> value.toString();
            case MONTH -> month((LocalDate) value);
        };
    }
}
