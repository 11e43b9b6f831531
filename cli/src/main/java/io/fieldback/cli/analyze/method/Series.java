// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.TimeAxis;

/**
 * A series of counts as detectors are given it: columns t, observed and, if there, population and date.
 *
 * @param periods it runs over
 * @param counts with their exposure; seasons by date where the periods are weeks with dates
 */
record Series(Periods periods, CountSeries counts) {
    static final String COLUMNS = "t,observed[,population][,date]";

    private static final int TRAINING_YEARS = 3;

    /** The series, its seasons by date where there are dates of weeks. */
    static Series dated(Input input, int frequency) {
        Periods periods = Periods.of(input);
        return of(periods, periods.axis(frequency));
    }

    /** The series, its seasons by so many periods a year. */
    static Series periodic(Input input, int frequency) {
        return of(Periods.of(input), new TimeAxis.Periods(frequency));
    }

    private static Series of(Periods periods, TimeAxis axis) {
        Input input = periods.input();
        double[] population = periods.population();
        input.eachRow(row -> {
            if (!(population[row] > 0)) {
                throw input.refused(row, "population", "'" + input.text(row, "population") + "' is not above 0");
            }
        });
        return new Series(periods, new CountSeries(input.counts("observed"), population, axis));
    }

    Input input() {
        return periods.input();
    }

    long t(int position) {
        return periods.t(position);
    }

    int length() {
        return counts.length();
    }

    /** The position to begin with where an estimate of the time before is needed: after three years, or half way. */
    int afterTraining() {
        int years = (int) (TRAINING_YEARS * counts.axis().periodsInYear());
        return length() > years ? years : Math.max(1, length() / 2);
    }

    /**
     * The positions that are judged.
     *
     * @param earliest position that can be
     * @param usual position to begin with if none is given
     */
    Span judged(Settings settings, int earliest, int usual) {
        Span asked = Span.asked(settings, periods.first(), length(), usual);
        if (asked.from() >= length()) {
            throw input().refused("its " + length() + " periods are too few; the first that could be judged is t = "
                    + t(Math.max(earliest, asked.from())));
        }
        if (asked.from() < earliest) {
            throw input().refused("t = " + t(asked.from())
                    + " cannot be judged; the first with enough periods before it is t = " + t(earliest));
        }
        return asked;
    }
}
