// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

/**
 * A component of a product line.
 *
 * @param code as rows have it
 * @param line its product line
 * @param level failures of a unit a month, at an age of a year
 * @param ageing how the hazard depends on age
 * @param season amplitude of the hazard over the year
 * @param phase month of the year from which the season rises
 * @param symptoms share of each symptom
 * @param suppliers share of each supplier
 * @param lotted whether the lots built into units are known
 * @param regions what the hazard is multiplied with in each region
 * @param costMinor usual cost of a repair, minor units
 */
public record Part(
        String code,
        int line,
        double level,
        Ageing ageing,
        double season,
        int phase,
        double[] symptoms,
        double[] suppliers,
        boolean lotted,
        double[] regions,
        long costMinor) {
    /** The warranty ends after so many months; then most failures are not reported. */
    static final int WARRANTY = 36;

    private static final double REPORTED_LATER = 0.3;

    /** How a hazard depends on age. */
    public enum Ageing {
        /** Early failures. */
        FALLING,
        /** Chance. */
        FLAT,
        /** Wear. */
        RISING,
        /** In proportion to age: Weibull of shape 2. */
        WEIBULL_2;

        double at(double years) {
            return switch (this) {
                case FALLING -> Math.pow(years, -0.5);
                case FLAT -> 1;
                case RISING -> Math.pow(years, 0.8);
                case WEIBULL_2 -> years;
            };
        }
    }

    /** Failures of a unit in a month of its life, 1 the first, in which it is in service for half of it. */
    double hazard(int age) {
        double hazard = level * ageing.at((age - 0.5) / 12);
        return hazard * (age == 1 ? 0.5 : 1) * (age > WARRANTY ? REPORTED_LATER : 1);
    }

    /** Of a month of the year, 1 on average. */
    double seasonOf(int month) {
        return 1 + season * Math.sin(2 * Math.PI * (month - phase) / 12.0);
    }

    String symptom(int index) {
        return code + "-S" + (index + 1);
    }

    String supplier(int index) {
        return "V" + code.substring(1) + (char) ('a' + index);
    }
}
