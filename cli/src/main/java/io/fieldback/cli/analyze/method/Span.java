// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;

/**
 * Positions that are judged.
 *
 * @param from the first, from 0
 * @param to the last
 */
record Span(int from, int to) {
    static final Parameter RANGE = Parameter.range(
            "range",
            new Text(
                    "which t are judged; all that can be, if not given (also as range_from=, range_to=)",
                    "要判断的 t；不给出则为所有可判断的期（也可写 range_from=、range_to=）"));

    /**
     * The positions that were asked for.
     *
     * @param first t of position 0
     * @param length of the series
     * @param usual position to begin with if none was asked for
     */
    static Span asked(Settings settings, long first, int length, int usual) {
        String from = settings.from("range");
        String to = settings.to("range");
        int begin = from.isEmpty() ? usual : position(settings, from, first, length);
        int end = to.isEmpty() ? length - 1 : position(settings, to, first, length);
        if (end < begin && begin < length) {
            throw settings.wrong("range", "it ends before it begins");
        }
        return new Span(begin, end);
    }

    int length() {
        return to - from + 1;
    }

    boolean contains(int position) {
        return from <= position && position <= to;
    }

    private static int position(Settings settings, String end, long first, int length) {
        if (!end.matches("-?\\d{1,9}")) {
            throw settings.wrong("range", "'" + end + "' is not a whole number");
        }
        long t = Long.parseLong(end);
        if (t < first || t >= first + length) {
            throw settings.wrong("range", "t goes from " + first + " to " + (first + length - 1));
        }
        return Math.toIntExact(t - first);
    }
}
