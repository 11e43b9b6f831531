// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import java.util.Arrays;

/** Units by the month they came in service. */
public final class MonthUnits {
    private static final int USUAL = 3;
    private int first;
    private double[] units = new double[0];

    /** Adds units of a month. */
    void add(int month, double count) {
        if (units.length == 0) {
            first = month;
            units = new double[6];
        } else if (month < first) {
            double[] wider = new double[units.length + first - month];
            System.arraycopy(units, 0, wider, first - month, units.length);
            units = wider;
            first = month;
        } else if (month >= first + units.length) {
            units = Arrays.copyOf(units, month - first + 1 + units.length / 4);
        }
        units[month - first] += count;
    }

    /** The first month that may have units. */
    public int first() {
        return first;
    }

    /** The month after the last that may have units. */
    public int end() {
        return first + units.length;
    }

    /** Units of a month. */
    public double of(int month) {
        return month < first || month >= end() ? 0 : units[month - first];
    }

    /**
     * Units of a month, those of the newest two not fewer than the months before had: they are still being told of.
     *
     * @param now the present month
     */
    public double telling(int month, int now) {
        double told = of(month);
        if (month < now - 1 || month > now) {
            return told;
        }
        double before = 0;
        for (int back = 2; back < 2 + USUAL; back++) {
            before += of(now - back);
        }
        return Math.max(told, before / USUAL);
    }

    /** All of them. */
    public double sum() {
        double sum = 0;
        for (double each : units) {
            sum += each;
        }
        return sum;
    }
}
