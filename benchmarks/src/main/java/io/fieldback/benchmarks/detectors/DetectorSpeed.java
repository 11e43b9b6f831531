// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.detectors;

import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.FarringtonFlexible;
import io.fieldback.statistics.detection.FarringtonOptions;
import io.fieldback.statistics.detection.FarringtonPoint;
import io.fieldback.statistics.detection.TimeAxis;
import io.fieldback.statistics.watch.FieldbackDetector;
import io.fieldback.statistics.watch.WatchPoint;
import io.fieldback.statistics.watch.WatchedSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Series a second, the newest of 624 weeks of each looked at once, on one core. What the looks say is held against R by
 * the tests of {@code statistics}; it is the same code that runs here.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DetectorSpeed {
    private static final int SERIES = 256;
    private static final int WEEKS = 624;
    private static final long SEED = 4;

    private final List<CountSeries> counts = new ArrayList<>();
    private final List<WatchedSeries> watched = new ArrayList<>();
    private final FarringtonFlexible farrington = new FarringtonFlexible(FarringtonOptions.noufaily());
    private final FieldbackDetector fieldback = FieldbackDetector.standard();
    private int next;

    /** Draws series of many levels, with a season. */
    public DetectorSpeed() {
        Random random = new Random(SEED);
        TimeAxis axis = new TimeAxis.Periods(52);
        for (int i = 0; i < SERIES; i++) {
            double level = Math.exp(5 * random.nextDouble() - 1);
            long[] series = new long[WEEKS];
            for (int t = 0; t < WEEKS; t++) {
                double mean = level * (1 + 0.4 * Math.cos(2 * Math.PI * t / 52));
                series[t] = Math.max(0, Math.round(mean + Math.sqrt(1.5 * mean) * random.nextGaussian()));
            }
            counts.add(CountSeries.of(series, axis));
            watched.add(WatchedSeries.of(series, axis));
        }
    }

    /** Farrington's flexible detector with R's settings of Noufaily and others. */
    @Benchmark
    public FarringtonPoint farringtonFlexible() {
        return farrington.at(counts.get(turn()), WEEKS - 1);
    }

    /** Fieldback's own, p value and drift. */
    @Benchmark
    public WatchPoint fieldback() {
        return fieldback.at(watched.get(turn()), WEEKS - 1);
    }

    private int turn() {
        next = (next + 1) % SERIES;
        return next;
    }

    /** Runs both and prints what JMH has to say. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DetectorSpeed.class.getSimpleName())
                        .build())
                .run();
    }
}
