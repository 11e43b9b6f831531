// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;

/** Runs as rows. */
final class RunTable {
    private RunTable() {}

    static FigureTable columns() {
        return new FigureTable(
                "run",
                "events",
                "events/s",
                "events per CPU-second",
                "CPU µs an event",
                "wall s",
                "peak heap after GC",
                "peak resident",
                "load");
    }

    static void row(FigureTable table, String name, Measured run) {
        table.row(
                name,
                Figures.count(run.events()),
                Figures.count(run.eventsPerSecond()),
                Figures.count(run.eventsPerCpuSecond()),
                Figures.fine(run.cpuMicros()),
                Figures.rough(run.wallSeconds()),
                Figures.megabytes(run.peakHeap()),
                Figures.megabytes(run.peakResident()),
                Figures.rough(run.load()));
    }
}
