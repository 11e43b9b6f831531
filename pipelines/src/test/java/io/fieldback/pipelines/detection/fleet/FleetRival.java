// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.statistics.chart.UChart;
import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.FarringtonFlexible;
import io.fieldback.statistics.detection.FarringtonOptions;
import io.fieldback.statistics.detection.FarringtonPoint;
import io.fieldback.statistics.detection.PublishedC3;
import io.fieldback.statistics.detection.ThresholdMethod;
import io.fieldback.statistics.detection.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A detector that others use, as it judges a week of a series: the greater the number, the more surprising the week. */
enum FleetRival {
    /** Failures per unit in the field against the mean of a year that ended a month ago, in its standard deviations. */
    U_CHART("u chart", 3, 56) {
        @Override
        double judged(RivalSeries series, int week, FleetOptions options) {
            int from = week - 4 - 52;
            int to = week - 4;
            long[] counts = Arrays.copyOfRange(series.counts(), from, to);
            return Arrays.stream(counts).sum() > 0
                    ? UChart.frozenOn(counts, Arrays.copyOfRange(series.units(), from, to))
                            .standardised(series.counts()[week], series.units()[week])
                    : Double.NEGATIVE_INFINITY;
        }
    },
    /** As published: against the mean of seven weeks, what was above it in the last three weeks. */
    C3("EARS C3", 2, 12) {
        @Override
        double judged(RivalSeries series, int week, FleetOptions options) {
            long[] recent = Arrays.copyOfRange(series.counts(), week - 11, week + 1);
            List<PublishedC3.Point> points = PublishedC3.standard().of(recent);
            return points.get(points.size() - 1).c3();
        }
    },
    /** Two years of history in proportion to units, with season and trend, as Noufaily and others published it. */
    FARRINGTON("Farrington flexible", -Math.log(0.005), 105) {
        @Override
        double judged(RivalSeries series, int week, FleetOptions options) {
            LocalDate first = LocalDate.ofEpochDay(RivalSeries.firstDay(options));
            double[] units = Arrays.stream(series.units())
                    .map(inField -> Math.max(1, inField))
                    .toArray();
            CountSeries counts = new CountSeries(series.counts(), units, new TimeAxis.Weeks(first));
            FarringtonPoint point = FLEXIBLE.at(counts, week);
            return point.isFitted() && Double.isFinite(point.upperBound())
                    ? -Math.log(Math.max(1e-300, point.chance()))
                    : Double.NEGATIVE_INFINITY;
        }
    };

    private static final FarringtonFlexible FLEXIBLE = flexible();

    private final String label;
    private final double usual;
    private final int lookBack;

    FleetRival(String label, double usual, int lookBack) {
        this.lookBack = lookBack;
        this.label = label;
        this.usual = usual;
    }

    /** As printed. */
    String label() {
        return label;
    }

    /** The threshold it comes with. */
    double usual() {
        return usual;
    }

    /** How surprising a week is; not at all if the product was not in the field for as long as the detector looks back. */
    double surprise(RivalSeries series, int week, FleetOptions options) {
        boolean known = series.units()[Math.max(0, week - lookBack)] > 0;
        return known && series.counts()[week] > 0 ? judged(series, week, options) : Double.NEGATIVE_INFINITY;
    }

    abstract double judged(RivalSeries series, int week, FleetOptions options);

    private static FarringtonFlexible flexible() {
        FarringtonOptions noufaily = FarringtonOptions.noufaily();
        return new FarringtonFlexible(new FarringtonOptions(
                2,
                noufaily.halfWindow(),
                noufaily.reweight(),
                noufaily.weightsThreshold(),
                noufaily.alpha(),
                noufaily.trend(),
                noufaily.trendLevel(),
                noufaily.leastCases(),
                noufaily.leastWithin(),
                noufaily.transform(),
                true,
                noufaily.seasonBlocks(),
                noufaily.excluded(),
                ThresholdMethod.NB_PLUGIN));
    }
}
