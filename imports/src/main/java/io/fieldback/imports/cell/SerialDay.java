// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import io.fieldback.schemas.wire.RejectReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The numbers that spreadsheets keep days as: days since a day zero, and a fraction for the time of day. */
final class SerialDay {
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal MICROS_A_DAY = BigDecimal.valueOf(86_400_000_000L);

    private SerialDay() {}

    /** The local time such a number stands for. Throws {@link Unreadable} if it is none. */
    static LocalDateTime local(Cell.Number number) {
        BigDecimal value = number.value();
        boolean from1904 = number.era() == Cell.Era.FROM_1904;
        BigDecimal first = from1904 ? BigDecimal.ZERO : BigDecimal.ONE;
        if (value.compareTo(first) < 0 || value.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            throw new Unreadable(RejectReason.E_TIME_INVALID, value.toPlainString() + " is no day of a spreadsheet");
        }
        long day = value.setScale(0, RoundingMode.FLOOR).longValue();
        if (!from1904 && day == 60) {
            throw new Unreadable(RejectReason.E_TIME_INVALID, "day 60 is 1900-02-29, which never was");
        }
        LocalDate zero = from1904 ? DAY_ZERO_1904 : day < 60 ? DAY_ZERO_1900.plusDays(1) : DAY_ZERO_1900;
        return zero.plusDays(day).atStartOfDay().plus(fraction(value.subtract(BigDecimal.valueOf(day))));
    }

    /** A fraction of a day, to the second: a spreadsheet's fractions are off by some microseconds. */
    static Duration fraction(BigDecimal fraction) {
        BigDecimal seconds = fraction.multiply(MICROS_A_DAY, MathContext.DECIMAL64)
                .divide(BigDecimal.valueOf(1_000_000), 0, RoundingMode.HALF_UP);
        return Duration.ofSeconds(seconds.longValue());
    }
}
