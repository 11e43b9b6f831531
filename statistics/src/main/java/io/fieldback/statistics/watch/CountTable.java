// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;

/**
 * Chances of the counts of one week or of a few weeks together: negative binomial of a mean and a dispersion phi =
 * variance / mean, Poisson where phi is 1. Weeks of equal phi add up to the same kind: means add, phi stays.
 *
 * <p>Chances are computed from one another, f(y + 1) = f(y) (mean + y (phi - 1)) / (phi (y + 1)), from the likeliest
 * count on both ways, and normed by their sum. That needs no gamma function, holds for Poisson too, and the sums of the
 * upper tail keep their relative precision however small they are.
 */
final class CountTable {
    private static final double NOTHING = 1e-60;
    private static final double NEGLIGIBLE = 1e-17;

    private final int first;
    private final double[] chance;
    private final double[] tail;

    private CountTable(int first, double[] chance, double[] tail) {
        this.first = first;
        this.chance = chance;
        this.tail = tail;
    }

    /**
     * The table, as far as chances are above 1e-60 of the greatest.
     *
     * @param mean not negative
     * @param phi at least 1
     */
    static CountTable of(double mean, double phi) {
        return of(mean, phi, NOTHING);
    }

    /** The table, as far up as chances are above a part of the greatest. */
    static CountTable of(double mean, double phi, double nothing) {
        if (mean <= 0) {
            return new CountTable(0, new double[] {1}, new double[] {1});
        }
        int mode = (int) Math.max(0, mean - phi);
        double[] up = new double[64];
        int ups = 0;
        double f = 1;
        for (int y = mode; f > nothing; y++) {
            if (ups == up.length) {
                up = Arrays.copyOf(up, 2 * ups);
            }
            up[ups++] = f;
            f *= (mean + y * (phi - 1)) / (phi * (y + 1.0));
        }
        int low = mode;
        f = 1;
        double[] down = new double[64];
        int downs = 0;
        while (low > 0) {
            f *= phi * low / (mean + (low - 1) * (phi - 1));
            if (f < NEGLIGIBLE) {
                break;
            }
            if (downs == down.length) {
                down = Arrays.copyOf(down, 2 * downs);
            }
            down[downs++] = f;
            low--;
        }
        double[] chance = new double[downs + ups];
        for (int i = 0; i < downs; i++) {
            chance[i] = down[downs - 1 - i];
        }
        System.arraycopy(up, 0, chance, downs, ups);
        double[] tail = new double[chance.length];
        double sum = 0;
        for (int i = chance.length - 1; i >= 0; i--) {
            sum += chance[i];
            tail[i] = sum;
        }
        for (int i = 0; i < chance.length; i++) {
            chance[i] /= sum;
            tail[i] /= sum;
        }
        return new CountTable(low, chance, tail);
    }

    /** The least count of a chance worth naming. */
    int first() {
        return first;
    }

    /** The chance of exactly this count. */
    double exactly(long count) {
        long i = count - first;
        return i < 0 || i >= chance.length ? 0 : chance[(int) i];
    }

    /** The chance of at least this count. */
    double atLeast(long count) {
        long i = count - first;
        return i <= 0 ? 1 : i >= tail.length ? 0 : tail[(int) i];
    }

    /** The chance of at least one count and less than another, which is greater. */
    double between(long from, long to) {
        return to - from == 1 ? exactly(from) : atLeast(from) - atLeast(to);
    }

    /** The chance of more than this count and half the chance of exactly it: the mid-p value of the count. */
    double midTail(long count) {
        return 0.5 * (atLeast(count) + atLeast(count + 1));
    }

    /** The least count whose mid-p value is at most this. */
    long least(double midTail) {
        int low = 0;
        int high = tail.length + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (midTail(first + (long) middle) <= midTail) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return first + (long) low;
    }
}
