// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.measure;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a piece of work took.
 *
 * @param events it went over
 * @param wallSeconds by the clock
 * @param cpuSeconds processor time of all threads of this process, the garbage collector's and the compiler's too
 * @param peakHeap largest heap that a collection left behind, bytes; 0 if there was none
 * @param peakResident largest resident memory, bytes
 * @param load run queue of the machine while it ran: above its cores, others were working too
 */
public record Measured(
        long events, double wallSeconds, double cpuSeconds, long peakHeap, long peakResident, double load) {

    /** Measures a piece of work over so many events. */
    public static Measured of(long events, Callable<?> work) throws Exception {
        System.gc();
        Gauge.forget();
        AtomicLong resident = new AtomicLong(Gauge.resident());
        AtomicBoolean working = new AtomicBoolean(true);
        Thread watch = new Thread(
                () -> {
                    while (working.get()) {
                        resident.accumulateAndGet(Gauge.resident(), Math::max);
                        try {
                            Thread.sleep(250);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                },
                "benchmarks-watch");
        watch.setDaemon(true);
        double cpu = Gauge.cpuSeconds();
        long start = System.nanoTime();
        watch.start();
        try {
            work.call();
        } finally {
            working.set(false);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Measured(
                events, wall, Gauge.cpuSeconds() - cpu, Gauge.peakHeap(), resident.get(), Machine.loadAverage());
    }

    /** Heap after a full collection, bytes. */
    public static long liveHeap() {
        return Gauge.liveHeap();
    }

    /** Processor time for each event, microseconds. */
    public double cpuMicros() {
        return cpuSeconds * 1e6 / events;
    }

    /** Events a second by the clock. */
    public double eventsPerSecond() {
        return events / wallSeconds;
    }

    /** Events for each second of processor time. */
    public double eventsPerCpuSecond() {
        return events / cpuSeconds;
    }
}
