// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.page;

import java.util.Locale;

/** Figures as text. */
public final class Figures {
    private Figures() {}

    /** A count, in groups of three digits. */
    public static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** With two digits after the point. */
    public static String fine(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** With one digit after the point. */
    public static String rough(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Bytes in millions. */
    public static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6);
    }

    /** A share in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
