// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.CountSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Outbreaks put into real series. Each has a random start among the weeks that have five years before them, a Poisson
 * size of 1 to 10 standard deviations in turn, and cases on the weeks from its start by a lognormal of log mean 0 and log
 * deviation 0.5. The deviation is √(phi m), m the mean of the 13 weeks around the start, phi the dispersion of all weeks
 * about such means. What outbreaks the series has of its own stays in it and counts as quiet: it raises the threshold of
 * whoever finds it.
 */
final class InjectedOutbreaks {
    private static final int FIRST_WATCHED = 5 * 52 + 3;
    private static final int AROUND = 6;

    private InjectedOutbreaks() {}

    /** So many outbreaks in a series, each in a copy of its own. */
    static Contest contest(String name, CountSeries series, int outbreaks, long seed) {
        CountDraws random = new CountDraws(seed * 1_000_003 + name.hashCode());
        int last = series.length() - 1;
        double phi = dispersion(series);
        List<Contest.Outbreak> injected = new ArrayList<>();
        for (int i = 0; injected.size() < outbreaks; i++) {
            int start = FIRST_WATCHED + random.below(last - FIRST_WATCHED + 1);
            int cases = random.poisson((i % 10 + 1) * Math.sqrt(phi * around(series, start)));
            long[] counts = series.counts().clone();
            int end = start - 1;
            for (int c = 0; c < cases; c++) {
                int week = start + (int) Math.exp(0.5 * random.normal());
                if (week <= last) {
                    counts[week]++;
                    end = Math.max(end, week);
                }
            }
            if (end >= start) {
                CountSeries copy = new CountSeries(counts, series.exposure(), series.axis());
                injected.add(new Contest.Outbreak(name, copy, start, end));
            }
        }
        return new Contest(List.of(new Contest.Quiet(name, series, FIRST_WATCHED, last)), injected);
    }

    private static double dispersion(CountSeries series) {
        double sum = 0;
        for (int t = 0; t < series.length(); t++) {
            double mean = around(series, t);
            sum += mean > 0 ? Math.pow(series.counts()[t] - mean, 2) / mean : 1;
        }
        return Math.max(1, sum / series.length() * (2 * AROUND + 1) / (2 * AROUND));
    }

    private static double around(CountSeries series, int t) {
        int from = Math.max(0, t - AROUND);
        int to = Math.min(series.length() - 1, t + AROUND);
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += series.counts()[i];
        }
        return sum / (to - from + 1);
    }
}
