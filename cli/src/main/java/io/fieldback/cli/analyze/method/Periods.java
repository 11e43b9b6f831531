// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Rows as periods one after another, by their column t.
 *
 * @param input the table
 * @param first t of the first row
 */
record Periods(Input input, long first) {
    static final Parameter FREQ =
            Parameter.whole("freq", "52", Parameter.PERIODS, new Text("periods of a year", "一年的期数"));

    static final Text NOTE = new Text(
            "t rises by 1 from row to row; observed is 0 where nothing happened.", "t 逐行加 1；没有事件的期 observed 写 0。");

    static final Text DATED_NOTE = new Text(
            NOTE.english() + " date: first day of each week, finds the same season of earlier years by the calendar;"
                    + " population: exposure.",
            NOTE.chinese() + "date：每周第一天，用于按日历找到往年的同一季节；population：暴露量。");

    private static final int WEEKS = 52;

    /** The periods of a table, checked to be without a gap. */
    static Periods of(Input input) {
        long first = (long) input.present(0, "t");
        for (int row = 0; row < input.size(); row++) {
            if (input.present(row, "t") != first + row) {
                throw input.refused(
                        row,
                        "t",
                        "'" + input.text(row, "t") + "' should be " + (first + row)
                                + "; periods follow each other by 1, also where nothing happened");
            }
        }
        return new Periods(input, first);
    }

    long t(int position) {
        return first + position;
    }

    int length() {
        return input.size();
    }

    /** Seasons by date where the periods are weeks with dates, else by so many periods a year. */
    TimeAxis axis(int frequency) {
        boolean dated = frequency == WEEKS
                && input.has("date")
                && input.texts("date").stream().noneMatch(String::isEmpty);
        return dated ? weeks() : new TimeAxis.Periods(frequency);
    }

    /** The population of each period; 1 throughout where there is none. */
    double[] population() {
        double[] population = new double[length()];
        Arrays.fill(population, 1);
        if (input.has("population")) {
            input.eachRow(row -> population[row] = input.present(row, "population"));
        }
        return population;
    }

    private TimeAxis weeks() {
        LocalDate monday = input.day(0, "date");
        for (int row = 0; row < input.size(); row++) {
            if (!input.day(row, "date").equals(monday.plusWeeks(row))) {
                throw input.refused(
                        row,
                        "date",
                        input.text(row, "date") + " should be " + monday.plusWeeks(row)
                                + ", a week after the row before; leave the column out to count periods only");
            }
        }
        return new TimeAxis.Weeks(monday);
    }
}
