// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.chance;

import java.util.List;

/**
 * Chance from a seed: SplitMix64 with strict arithmetic, so that a seed gives the same numbers on every machine and
 * Java version. Not safe for threads; each subject throws its own dice.
 */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice that depend on every one of {@code parts} and on nothing else. */
    public static Dice of(long... parts) {
        long state = 0;
        for (long part : parts) {
            state = mix(state + GOLDEN + mix(part + GOLDEN));
        }
        return new Dice(state);
    }

    /** Any long, each as likely. */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to less than {@code bound}. */
    public int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** From {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 to less than 1. */
    public double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A waiting time whose mean is {@code mean}. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** One of the list, each as likely. */
    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** A position, as likely as its weight. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
