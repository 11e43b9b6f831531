// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.CountSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Detectors held against one another at equal rates of false alarms: one threshold for all series, chosen on the weeks
 * without an outbreak, then counted how many outbreaks have an alarm between their first and last case.
 *
 * @param quiet weeks without an outbreak
 * @param outbreaks to be found
 */
record Contest(List<Quiet> quiet, List<Outbreak> outbreaks) {
    /** Weeks of a series that have no outbreak, the last one included. */
    record Quiet(String group, CountSeries series, int from, int to) {}

    /** Weeks of a series that have one, from its start to its last case. */
    record Outbreak(String group, CountSeries series, int start, int end) {}

    /** All quiet weeks and all outbreaks as a detector sees them. */
    Outcome outcome(Rival rival) {
        double[] quietly = quiet.stream()
                .flatMapToDouble(weeks -> surprises(rival, weeks.series(), weeks.from(), weeks.to()))
                .sorted()
                .toArray();
        List<Outcome.Seen> seen = new ArrayList<>();
        for (Outbreak outbreak : outbreaks) {
            double[] weeks = surprises(rival, outbreak.series(), outbreak.start(), outbreak.end())
                    .toArray();
            seen.add(new Outcome.Seen(outbreak.group(), weeks));
        }
        return new Outcome(rival, quietly, seen);
    }

    /** The same of several. */
    List<Outcome> outcomes(List<Rival> rivals) {
        return rivals.stream().map(this::outcome).toList();
    }

    /** Both together. */
    Contest and(Contest other) {
        List<Quiet> bothQuiet = new ArrayList<>(quiet);
        bothQuiet.addAll(other.quiet());
        List<Outbreak> both = new ArrayList<>(outbreaks);
        both.addAll(other.outbreaks());
        return new Contest(bothQuiet, both);
    }

    private static DoubleStream surprises(Rival rival, CountSeries series, int from, int to) {
        double[] surprises = IntStream.rangeClosed(from, to)
                .mapToDouble(t -> rival.judge().surprise(series, t))
                .toArray();
        return Arrays.stream(surprises);
    }
}
