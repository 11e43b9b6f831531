// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

/** How {@link Cusum} standardises a count x of mean m [trans in R's {@code algo.cusum}]. */
public enum CountTransform {
    /** (x - m) / √m. */
    STANDARD {
        @Override
        double score(double x, double m, double alpha) {
            return (x - m) / Math.sqrt(m);
        }

        @Override
        double bound(double room, double m, double alpha) {
            return Math.ceil(Math.sqrt(m) * room + m);
        }
    },
    /** (x - 3m + 2 √(x m)) / (2 √m), Rossi and others (1999): nearly normal from means of 1 on. */
    ROSSI {
        @Override
        double score(double x, double m, double alpha) {
            return (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * Math.sqrt(m));
        }

        @Override
        double bound(double room, double m, double alpha) {
            double root = Math.sqrt(m);
            return 2 * room * root + 5 * m - 2 * Math.sqrt(4 * m * m + 2 * m * root * room);
        }
    },
    /** 3/2 (x^(2/3) - m^(2/3)) / m^(1/6). */
    ANSCOMBE {
        @Override
        double score(double x, double m, double alpha) {
            return 1.5 * (Math.pow(x, 2.0 / 3) - Math.pow(m, 2.0 / 3)) / Math.pow(m, 1.0 / 6);
        }

        @Override
        double bound(double room, double m, double alpha) {
            double power = 2.0 / 3 * Math.pow(m, 1.0 / 6) * room + Math.pow(m, 2.0 / 3);
            return power < 0 ? 0 : Math.pow(power, 1.5);
        }
    },
    /**
     * The same with the second order term m^(-1/3) / 9. In the bound R has m^(1/3) / 9 there, so that bound and
     * statistic do not quite fit together; kept, since the chart is R's. Alarms go by the statistic.
     */
    ANSCOMBE_SECOND_ORDER {
        @Override
        double score(double x, double m, double alpha) {
            double centre = Math.pow(m, 2.0 / 3) - Math.pow(m, -1.0 / 3) / 9;
            return 1.5 * (Math.pow(x, 2.0 / 3) - centre) / Math.pow(m, 1.0 / 6);
        }

        @Override
        double bound(double room, double m, double alpha) {
            double power = 2.0 / 3 * Math.pow(m, 1.0 / 6) * room + Math.pow(m, 2.0 / 3) - Math.cbrt(m) / 9;
            return power < 0 ? 0 : Math.pow(power, 1.5);
        }
    },
    /** (x - m) / √(m + alpha m²), for counts that spread as the negative binomial. */
    PEARSON_NEGATIVE_BINOMIAL {
        @Override
        double score(double x, double m, double alpha) {
            return (x - m) / Math.sqrt(m + alpha * m * m);
        }

        @Override
        double bound(double room, double m, double alpha) {
            return Math.sqrt(m + alpha * m * m) * room + m;
        }
    },
    /** The count as it is: reference and limit are then counts, as in the CUSUM of Lucas (1985). */
    NONE {
        @Override
        double score(double x, double m, double alpha) {
            return x;
        }

        @Override
        double bound(double room, double m, double alpha) {
            return room;
        }
    };

    abstract double score(double x, double m, double alpha);

    /** The count at which the statistic reaches its limit, where {@code room} = h + k - statistic before. */
    abstract double bound(double room, double m, double alpha);
}
