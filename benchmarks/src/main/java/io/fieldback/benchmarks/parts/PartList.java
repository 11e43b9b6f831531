// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.benchmarks.measure.PartClock;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import java.util.ArrayList;
import java.util.List;

/** Parts measured so far, each in microseconds of processor time an event. */
public final class PartList {
    private final PartClock clock;
    private final int events;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, double perEvent, PartClock.Part part, boolean summed) {}

    /** Parts of a job over so many events. */
    PartList(PartClock clock, int events) {
        this.clock = clock;
        this.events = events;
    }

    /** Measures a part over its items, and counts it by event. */
    void add(String name, int items, PartClock.Pass pass) throws Exception {
        line(name, items, pass, true);
    }

    /** Measures what is made of parts listed already: shown, but not added again. */
    void control(String name, int items, PartClock.Pass pass) throws Exception {
        line(name, items, pass, false);
    }

    /** A part that was measured elsewhere, microseconds an event. */
    void given(String name, double cpuMicros) {
        lines.add(new Line(name, 1, new PartClock.Part(cpuMicros, cpuMicros, 0), true));
    }

    /** Processor time of all parts, microseconds an event. */
    public double sum() {
        return lines.stream()
                .filter(Line::summed)
                .mapToDouble(line -> line.part.cpuMicros() * line.perEvent)
                .sum();
    }

    private void line(String name, int items, PartClock.Pass pass, boolean summed) throws Exception {
        System.err.println("  " + name);
        lines.add(new Line(name, (double) items / events, clock.time(items, pass), summed));
    }

    /** As a table. */
    public String table() {
        FigureTable table = new FigureTable(
                "part", "µs an event", "of it the thread itself", "allocated, bytes an event", "items an event");
        for (Line line : lines) {
            table.row(
                    line.summed ? line.name : "*" + line.name + "*",
                    Figures.fine(line.part.cpuMicros() * line.perEvent),
                    Figures.fine(line.part.threadMicros() * line.perEvent),
                    Figures.count(line.part.allocatedBytes() * line.perEvent),
                    Figures.fine(line.perEvent));
        }
        double thread = lines.stream()
                .filter(Line::summed)
                .mapToDouble(line -> line.part.threadMicros() * line.perEvent)
                .sum();
        table.row("**sum**", "**" + Figures.fine(sum()) + "**", Figures.fine(thread), "", "");
        return table.toString();
    }
}
