// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * The simulation of Noufaily and others (2013, Statistics in Medicine 32, 1206): 42 scenarios of 624 weeks, negative
 * binomial with variance phi times the mean exp(theta + beta t + seasons), the last 49 weeks watched. Past weeks 313 to
 * 575 have four outbreaks of 2, 3, 5 and 10 standard deviations, the watched weeks one of 1 to 10; the size of each is
 * Poisson, its cases fall on the weeks after its start by a lognormal of log mean 0 and log deviation 0.5.
 */
final class NoufailyDesign {
    static final int WEEKS = 624;
    static final int FIRST_WATCHED = 575;
    private static final int[] PAST = {2, 3, 5, 10};
    private static final int FIRST_PAST = 312;

    private static final double[][] LEVELS = {
        {0.1, 1.5, 0.0025, 0.6, 0.6},
        {-2, 2, 0.005, 0.1, 0.3},
        {1.5, 1, 0.003, 0.2, -0.4},
        {0.5, 5, 0.002, 0.5, 0.5},
        {2.5, 3, 0.001, 1, 0.1},
        {3.75, 1.1, 0.001, 0.1, -0.1},
        {5, 1.2, 0.0001, 0.05, 0.01},
    };

    private NoufailyDesign() {}

    /** The law of a series: log mean = theta + beta t + waves of (gamma1 cos + gamma2 sin), t from 1. */
    record Scenario(int number, double theta, double phi, double beta, int waves, double gamma1, double gamma2) {
        double mean(int position) {
            double t = position + 1.0;
            double log = theta + beta * t;
            for (int j = 1; j <= waves; j++) {
                double angle = 2 * Math.PI * j * t / 52;
                log += gamma1 * Math.cos(angle) + gamma2 * Math.sin(angle);
            }
            return Math.exp(log);
        }
    }

    /** A series without and with outbreaks; the current one from its start to its last week with a case. */
    record Draw(Scenario scenario, int rep, long[] clean, long[] outbreak, int start, int end) {
        boolean hasCases() {
            return end >= start;
        }
    }

    static List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (double[] level : LEVELS) {
            for (int kind = 0; kind < 6; kind++) {
                int waves = kind % 3;
                scenarios.add(new Scenario(
                        scenarios.size() + 1,
                        level[0],
                        level[1],
                        kind >= 3 ? level[2] : 0,
                        waves,
                        waves > 0 ? level[3] : 0,
                        waves > 0 ? level[4] : 0));
            }
        }
        return scenarios;
    }

    /** The draws of a seed: of every scenario so many, current outbreaks of 1 to 10 standard deviations in turn. */
    static List<Draw> draws(long seed, int reps) {
        List<Draw> draws = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            for (int rep = 1; rep <= reps; rep++) {
                CountDraws random = new CountDraws(seed * 1_000_003 + scenario.number() * 10_007L + rep);
                draws.add(draw(scenario, rep, random));
            }
        }
        return draws;
    }

    private static Draw draw(Scenario scenario, int rep, CountDraws random) {
        long[] clean = new long[WEEKS];
        for (int t = 0; t < WEEKS; t++) {
            clean[t] = random.count(scenario.mean(t), scenario.phi());
        }
        long[] outbreak = clean.clone();
        for (int size : PAST) {
            int start = FIRST_PAST + random.below(FIRST_WATCHED - FIRST_PAST);
            add(outbreak, FIRST_WATCHED, start, size, scenario, random);
        }
        int start = FIRST_WATCHED + random.below(WEEKS - FIRST_WATCHED);
        int end = add(outbreak, WEEKS, start, (rep - 1) % 10 + 1, scenario, random);
        return new Draw(scenario, rep, clean, outbreak, start, end);
    }

    /** Adds an outbreak and returns the last week that has a case of it, or the one before the start. */
    private static int add(long[] counts, int before, int start, int size, Scenario scenario, CountDraws random) {
        int cases = random.poisson(size * Math.sqrt(scenario.phi() * scenario.mean(start)));
        int end = start - 1;
        for (int i = 0; i < cases; i++) {
            int week = start + (int) Math.exp(0.5 * random.normal());
            if (week < before) {
                counts[week]++;
                end = Math.max(end, week);
            }
        }
        return end;
    }
}
