// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.Bayes;
import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.FarringtonFlexible;
import io.fieldback.statistics.detection.FarringtonOptions;
import io.fieldback.statistics.detection.FarringtonPoint;
import io.fieldback.statistics.detection.PowerTransform;
import io.fieldback.statistics.detection.PublishedC3;
import io.fieldback.statistics.detection.ThresholdMethod;
import java.util.List;
import java.util.Optional;

/**
 * A detector in a contest: how surprising it finds the newest week, a number of any scale, the greater the more.
 *
 * @param name as printed
 * @param threshold above which it is an alarm as the detector comes: p values of .005, what was published of the others
 * @param judge looks at one week
 */
record Rival(String name, double threshold, Judge judge) {
    private static final double P = -0.005;
    private static final double LEAST_DEVIATION = 0.2;
    private static final int EARS_BASELINE = 7;

    /** How surprising one week of a series is. */
    @FunctionalInterface
    interface Judge {
        double surprise(CountSeries series, int now);
    }

    /** Fieldback's own. */
    static Rival ours() {
        return new Rival("Fieldback", P, (series, now) -> -watch(series).chance(now));
    }

    /** Fieldback's statistic of slow drift. */
    static Rival drift() {
        return new Rival(
                "Fieldback, drift", 3, (series, now) -> watch(series).at(now).drift());
    }

    private static Watch watch(CountSeries series) {
        WatchedSeries watched = WatchedSeries.of(series.counts(), series.exposure(), series.axis());
        return new Watch(WatchOptions.standard(), watched, Optional.empty());
    }

    /** All the others, as R's package has them by default or their authors published them. */
    static List<Rival> others() {
        PowerTransform power = PowerTransform.TWO_THIRDS;
        FarringtonOptions noufaily = FarringtonOptions.noufaily();
        FarringtonOptions first = new FarringtonOptions(
                5, 3, true, 1, 0.005, true, 0.05, 0, 4, power, false, 1, 3, ThresholdMethod.DELTA);
        Bayes bayes = new Bayes(2, 6, true, 0.005);
        return List.of(
                new Rival("Farrington flexible", P, farrington(noufaily)),
                new Rival("Farrington 1996", P, farrington(first)),
                new Rival("Bayes", P, (series, now) -> -bayes.at(series, now).chance()),
                new Rival("EARS C1", 3, (series, now) -> ears(series, now, 0)),
                new Rival("EARS C2", 3, (series, now) -> ears(series, now, 2)),
                new Rival("EARS C3", 2, Rival::c3),
                new Rival("Poisson CUSUM", 5, Rival::cusum));
    }

    private static Judge farrington(FarringtonOptions options) {
        FarringtonFlexible detector = new FarringtonFlexible(options);
        return (series, now) -> {
            FarringtonPoint point = detector.at(series, now);
            return point.isFitted() && point.observed() > 0 ? -point.chance() : -1;
        };
    }

    private static double ears(CountSeries series, int now, int gap) {
        long[] counts = recent(series, now, EARS_BASELINE + gap + 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < EARS_BASELINE; i++) {
            sum += counts[i];
            squares += (double) counts[i] * counts[i];
        }
        double mean = sum / EARS_BASELINE;
        double deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (EARS_BASELINE - 1));
        return (series.counts()[now] - mean) / Math.max(LEAST_DEVIATION, deviation);
    }

    private static double c3(CountSeries series, int now) {
        List<PublishedC3.Point> points = PublishedC3.standard().of(recent(series, now, EARS_BASELINE + 5));
        return points.get(points.size() - 1).c3();
    }

    /** The last half year against the mean of the year before, made for a rise by half; it knows no season. */
    private static double cusum(CountSeries series, int now) {
        double sum = 0;
        for (int t = now - 78; t < now - 26; t++) {
            sum += series.counts()[t];
        }
        double mean = (sum + 0.5) / 52;
        double statistic = 0;
        for (int t = now - 25; t <= now; t++) {
            statistic = Math.max(0, statistic + series.counts()[t] * Math.log(1.5) - 0.5 * mean);
        }
        return statistic;
    }

    private static long[] recent(CountSeries series, int now, int weeks) {
        long[] recent = new long[weeks];
        System.arraycopy(series.counts(), now - weeks + 1, recent, 0, weeks);
        return recent;
    }
}
