// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as they are told. */
final class Numbers {
    private static final MathContext SIX = new MathContext(6);

    private Numbers() {}

    /** To six digits, so that the order of a sum leaves no trace. */
    static double rounded(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? value : new BigDecimal(value, SIX).doubleValue();
    }

    /** As in a sentence: 0.42, 3.1, 27. */
    static String text(double value) {
        String format = value < 1 ? "%.2f" : value < 20 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** A chance as in a sentence. */
    static String chance(double value) {
        return value < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, value < 0.01 ? "%.4f" : "%.3f", value);
    }
}
