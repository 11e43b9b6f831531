// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of a column are written for people: with so many decimals, or each with four significant digits where
 * they are of too different sizes.
 *
 * @param decimals of every figure; -1 where each stands for itself
 */
record Digits(int decimals) {
    private static final int SIGNIFICANT = 4;
    private static final int MOST_DECIMALS = 6;
    private static final double WIDEST = 1e4;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    static Digits of(Stream<@Nullable Object> column) {
        double[] sizes = column.flatMapToDouble(Digits::broken)
                .map(Math::abs)
                .filter(size -> size > 0 && size < Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            return new Digits(0);
        }
        // The middle one decides: a single small figure does not give all others digits that nobody reads.
        double typical = sizes[sizes.length / 2];
        int decimals = Math.max(1, SIGNIFICANT - 1 - (int) Math.floor(Math.log10(typical)));
        double largest = sizes[sizes.length - 1];
        boolean even = largest / sizes[0] < WIDEST && largest < LARGE && decimals <= MOST_DECIMALS;
        return new Digits(even ? needed(sizes, decimals) : -1);
    }

    /** No more decimals than any figure has. */
    private static int needed(double[] sizes, int decimals) {
        int needed = 1;
        for (double size : sizes) {
            BigDecimal rounded = new BigDecimal(size).setScale(decimals, RoundingMode.HALF_EVEN);
            needed = Math.max(needed, rounded.stripTrailingZeros().scale());
        }
        return needed;
    }

    String text(double value) {
        if (decimals > 0) {
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        boolean whole = value == Math.rint(value) && (decimals == 0 || Math.abs(value) < LARGE);
        return whole ? Long.toString((long) value) : significant(value);
    }

    private static String significant(double value) {
        double size = Math.abs(value);
        if (size >= LARGE || size < SMALL) {
            return String.format(Locale.ROOT, "%." + (SIGNIFICANT - 1) + "e", value);
        }
        int decimals = Math.max(0, SIGNIFICANT - 1 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Figures that are not whole; a column of whole ones is written whole. */
    private static DoubleStream broken(@Nullable Object value) {
        return value instanceof Double number ? DoubleStream.of(number) : DoubleStream.empty();
    }
}
