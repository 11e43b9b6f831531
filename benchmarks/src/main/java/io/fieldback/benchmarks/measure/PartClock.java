// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures a part on the calling thread: some passes to warm it, then the median of three. */
public final class PartClock {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TIMES = 3;

    private final double warmSeconds;
    private final double seconds;

    /**
     * A clock.
     *
     * @param warmSeconds to warm a part for
     * @param seconds at least, for each of three measurements
     */
    public PartClock(double warmSeconds, double seconds) {
        this.warmSeconds = warmSeconds;
        this.seconds = seconds;
    }

    /** One pass of a part over its prepared input. */
    @FunctionalInterface
    public interface Pass {
        /** Does it; what it returns is kept from being optimised away. */
        Object run() throws Exception;
    }

    /**
     * What a part takes.
     *
     * @param threadMicros processor time of the thread itself, microseconds an item
     * @param cpuMicros processor time of the process, so with its share of collecting garbage, microseconds an item
     * @param allocatedBytes allocated, bytes an item
     */
    public record Part(double threadMicros, double cpuMicros, double allocatedBytes) {}

    /** Measures passes over so many items. */
    public Part time(int items, Pass pass) throws Exception {
        int sink = 0;
        long until = System.nanoTime() + (long) (warmSeconds * 1e9);
        do {
            sink ^= System.identityHashCode(pass.run());
        } while (System.nanoTime() < until);
        double[] thread = new double[TIMES];
        double[] process = new double[TIMES];
        double[] allocated = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            System.gc();
            long passes = 0;
            long cpu = THREADS.getCurrentThreadCpuTime();
            double all = Gauge.cpuSeconds();
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long end = System.nanoTime() + (long) (seconds * 1e9);
            do {
                sink ^= System.identityHashCode(pass.run());
                passes++;
            } while (System.nanoTime() < end);
            double done = (double) passes * items;
            thread[i] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / done;
            process[i] = (Gauge.cpuSeconds() - all) * 1e6 / done;
            allocated[i] = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / done;
        }
        if (sink == 42) {
            Thread.onSpinWait();
        }
        return new Part(median(thread), median(process), median(allocated));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
