// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A series of counts as detectors are given it: columns t, observed and, if there, population and date.
 *
 * @param input it was read from
 * @param counts with their exposure; seasons by date where the periods are weeks with dates
 * @param first t of the first period
 */
record Series(Input input, CountSeries counts, long first) {
    private static final int TRAINING_YEARS = 3;
    private static final int WEEKS = 52;

    static final String COLUMNS = "t,observed[,population][,date]";

    static final Text NOTE = new Text(
            "t rises by 1 from row to row; observed is 0 where nothing happened.", "t 逐行加 1；没有事件的期 observed 写 0。");

    static final Text DATED_NOTE = new Text(
            NOTE.english() + " date: first day of each week, finds the same season of earlier years by the calendar;"
                    + " population: exposure.",
            NOTE.chinese() + "date：每周第一天，用于按日历找到往年的同一季节；population：暴露量。");

    static final Parameter RANGE = Parameter.range(
            "range",
            new Text(
                    "which t are judged; all that can be, if not given (also as range_from=, range_to=)",
                    "要判断的 t；不给出则为所有可判断的期（也可写 range_from=、range_to=）"));

    static final Parameter FREQ =
            Parameter.whole("freq", "52", Parameter.PERIODS, new Text("periods of a year", "一年的期数"));

    /** A span of positions, both ends included. */
    record Span(int from, int to) {
        int length() {
            return to - from + 1;
        }

        boolean contains(int position) {
            return from <= position && position <= to;
        }
    }

    /** The series, its seasons by date where there are dates of weeks. */
    static Series dated(Input input, int frequency) {
        boolean dates = frequency == WEEKS
                && input.has("date")
                && input.texts("date").stream().noneMatch(String::isEmpty);
        return of(input, dates ? weeks(input) : new TimeAxis.Periods(frequency));
    }

    /** The series, its seasons by so many periods a year. */
    static Series periodic(Input input, int frequency) {
        return of(input, new TimeAxis.Periods(frequency));
    }

    private static Series of(Input input, TimeAxis axis) {
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
        double[] exposure = new double[input.size()];
        Arrays.fill(exposure, 1);
        if (input.has("population")) {
            input.eachRow(row -> {
                exposure[row] = input.present(row, "population");
                if (!(exposure[row] > 0)) {
                    throw input.refused(row, "population", "'" + input.text(row, "population") + "' is not above 0");
                }
            });
        }
        return new Series(input, new CountSeries(input.counts("observed"), exposure, axis), first);
    }

    private static TimeAxis weeks(Input input) {
        LocalDate first = input.day(0, "date");
        for (int row = 0; row < input.size(); row++) {
            if (!input.day(row, "date").equals(first.plusWeeks(row))) {
                throw input.refused(
                        row,
                        "date",
                        input.text(row, "date") + " should be " + first.plusWeeks(row)
                                + ", a week after the row before; leave the column out to count periods only");
            }
        }
        return new TimeAxis.Weeks(first);
    }

    long t(int position) {
        return first + position;
    }

    int length() {
        return counts.length();
    }

    /** The position to begin with where an estimate of the time before is needed: after three years, or half way. */
    int afterTraining() {
        int years = TRAINING_YEARS * frequency();
        return length() > years ? years : Math.max(1, length() / 2);
    }

    private int frequency() {
        return counts.axis() instanceof TimeAxis.Periods periods ? periods.frequency() : WEEKS;
    }

    /**
     * The positions that are judged.
     *
     * @param earliest position that can be
     * @param usual position to begin with if none is given
     */
    Span judged(Settings settings, int earliest, int usual) {
        String from = settings.from("range");
        String to = settings.to("range");
        int begin = from.isEmpty() ? usual : position(settings, from);
        int end = to.isEmpty() ? length() - 1 : position(settings, to);
        if (begin >= length()) {
            throw input.refused("its " + length() + " periods are too few; the first that could be judged is t = "
                    + t(Math.max(earliest, begin)));
        }
        if (begin < earliest) {
            throw input.refused(
                    "t = " + from + " cannot be judged; the first with enough periods before it is t = " + t(earliest));
        }
        if (end < begin) {
            throw settings.wrong("range", "it ends before it begins");
        }
        return new Span(begin, end);
    }

    private int position(Settings settings, String end) {
        if (!end.matches("-?\\d{1,9}")) {
            throw settings.wrong("range", "'" + end + "' is not a whole number");
        }
        long t = Long.parseLong(end);
        if (t < first || t >= first + length()) {
            throw settings.wrong("range", "t goes from " + first + " to " + t(length() - 1));
        }
        return Math.toIntExact(t - first);
    }
}
