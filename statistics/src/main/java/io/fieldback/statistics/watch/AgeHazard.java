// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.Arrays;

/**
 * Events of a unit a week, by its age: what turns a fleet that grows and ages into the events to expect of it, to be used
 * as the exposure of a {@link WatchedSeries}. A product that sells well has more failures next month and is none the
 * worse for it; counts alone cannot know.
 *
 * @param hazard events of a unit a week, by age group from the youngest
 */
public record AgeHazard(double[] hazard) {
    /** Events below which an age group is taken together with the next. */
    private static final double ENOUGH = 10;

    /** Checks that there is a hazard for each age. */
    public AgeHazard {
        for (double h : hazard) {
            if (!(h >= 0 && h < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Cannot form hazard of " + h + " events a week: it must not be negative nor infinite");
            }
        }
    }

    /**
     * The hazard of the weeks before a position: events over unit-weeks of each age. Neighbouring ages are taken together
     * until they have ten events, so that an age of one unlucky unit does not make a hazard of its own.
     *
     * @param units at risk, by week and age group
     * @param events by week and age group
     * @param end week after the last to learn from
     */
    public static AgeHazard of(double[][] units, long[][] events, int end) {
        int ages = units[0].length;
        double[] exposure = new double[ages];
        double[] count = new double[ages];
        for (int t = 0; t < end; t++) {
            for (int age = 0; age < ages; age++) {
                exposure[age] += units[t][age];
                count[age] += events[t][age];
            }
        }
        double[] hazard = new double[ages];
        int from = 0;
        double seen = 0;
        double atRisk = 0;
        for (int age = 0; age < ages; age++) {
            seen += count[age];
            atRisk += exposure[age];
            if (seen >= ENOUGH || age == ages - 1) {
                double rate = atRisk > 0 ? seen / atRisk : from > 0 ? hazard[from - 1] : 0;
                Arrays.fill(hazard, from, age + 1, rate);
                from = age + 1;
                seen = 0;
                atRisk = 0;
            }
        }
        return new AgeHazard(hazard);
    }

    /**
     * The events to expect of each week.
     *
     * @param units at risk, by week and age group
     */
    public double[] expected(double[][] units) {
        double[] expected = new double[units.length];
        for (int t = 0; t < units.length; t++) {
            if (units[t].length != hazard.length) {
                throw new IllegalArgumentException("Cannot expect events of " + units[t].length + " ages in week " + t
                        + ": hazards are known of " + hazard.length);
            }
            for (int age = 0; age < hazard.length; age++) {
                expected[t] += units[t][age] * hazard[age];
            }
        }
        return expected;
    }
}
