// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fleets that grow and age: eight years of weekly sales with growth, season and one doubling of sales at a random week,
 * units watched for the two years of their warranty, a hazard that falls or rises with age, weeks that spread a little
 * more than Poisson. In a fleet with a bad lot the units of half a year of sales have 2 or 3 times the hazard. Nothing else
 * changes: whoever alarms on the other fleets alarms because a product sells.
 */
final class FleetDesign {
    static final int WEEKS = 416;
    static final int FIRST_WATCHED = 312;
    private static final int WARRANTY = 104;
    private static final int AGE_GROUP = 4;
    private static final int LOT = 26;

    /** A lot is to be found within a year of its first sale. */
    private static final int FOUND_WITHIN = 52;

    private static final double NOISE = 40;

    private FleetDesign() {}

    /** How a hazard depends on age. */
    enum Ageing {
        FALLING,
        RISING;

        /** Events of a unit a week; both make about as many in two years. */
        double hazard(int age) {
            double years = (age + 0.5) / 52;
            return switch (this) {
                case FALLING -> 4e-4 * Math.pow(years, -0.6);
                case RISING -> 7e-4 * Math.pow(years, 1.2);
            };
        }
    }

    /** Counts, and the events to expect by the ages of the units. */
    record Fleet(long[] counts, double[] expected) {
        CountSeries plain() {
            return CountSeries.of(counts, new TimeAxis.Periods(52));
        }

        CountSeries byAge() {
            return new CountSeries(counts, expected, new TimeAxis.Periods(52));
        }
    }

    /** What makes the fleets of one draw: sales, and where the lot begins. */
    private static Fleet fleet(double[] sales, Ageing ageing, int lot, double times, CountDraws random) {
        double[][] units = new double[WEEKS][WARRANTY / AGE_GROUP];
        long[][] events = new long[WEEKS][WARRANTY / AGE_GROUP];
        long[] counts = new long[WEEKS];
        for (int t = 0; t < WEEKS; t++) {
            double noise = random.gamma(NOISE) / NOISE;
            for (int sold = Math.max(0, t - WARRANTY + 1); sold <= t; sold++) {
                int age = t - sold;
                boolean bad = sold >= lot && sold < lot + LOT;
                double mean = sales[sold] * ageing.hazard(age) * (bad ? times : 1) * noise;
                int count = random.poisson(mean);
                units[t][age / AGE_GROUP] += sales[sold];
                events[t][age / AGE_GROUP] += count;
                counts[t] += count;
            }
        }
        return new Fleet(counts, AgeHazard.of(units, events, FIRST_WATCHED - 52).expected(units));
    }

    /**
     * The contest of a seed.
     *
     * @param times what the lot's hazard is multiplied with
     * @param byAge whether detectors are given what the ages of the units let expect
     */
    static Contest contest(long seed, int fleets, double times, boolean byAge) {
        List<Contest.Quiet> quiet = new ArrayList<>();
        List<Contest.Outbreak> outbreaks = new ArrayList<>();
        for (Ageing ageing : Ageing.values()) {
            String group = ageing.name().toLowerCase(Locale.ROOT) + " hazard";
            for (int i = 0; i < fleets; i++) {
                CountDraws random = new CountDraws(seed * 1_000_003 + i * 7L + ageing.ordinal());
                double[] sales = sales(random);
                int lot = FIRST_WATCHED + random.below(WEEKS - FIRST_WATCHED - FOUND_WITHIN);
                Fleet sound = fleet(sales, ageing, WEEKS, 1, random);
                Fleet bad = fleet(sales, ageing, lot, times, random);
                quiet.add(new Contest.Quiet(group, byAge ? sound.byAge() : sound.plain(), FIRST_WATCHED, WEEKS - 1));
                outbreaks.add(
                        new Contest.Outbreak(group, byAge ? bad.byAge() : bad.plain(), lot, lot + FOUND_WITHIN - 1));
            }
        }
        return new Contest(quiet, outbreaks);
    }

    private static double[] sales(CountDraws random) {
        double growth = 0.1 + 0.3 * random.share();
        int doubling = 208 + random.below(WEEKS - 208);
        double[] sales = new double[WEEKS];
        for (int t = 0; t < WEEKS; t++) {
            double season = 1 + 0.4 * Math.sin(2 * Math.PI * t / 52);
            sales[t] = Math.rint(60 * Math.exp(growth * t / 52) * season * (t >= doubling ? 2 : 1));
        }
        return sales;
    }
}
