// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.measure.PartClock;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.parts.PartList;
import io.fieldback.benchmarks.parts.Parts;
import io.fieldback.benchmarks.run.Prefixes;
import io.fieldback.benchmarks.run.Prefixes.Stretch;
import io.fieldback.benchmarks.run.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Each part alone, and the stretches of the job from its source on. */
final class PartsChapter {
    private static final int TIMES = 3;

    private final Bench bench;

    PartsChapter(Bench bench) {
        this.bench = bench;
    }

    void write(Topics topics) throws Exception {
        Run.say("Parts");
        Settings settings = bench.settings();
        List<Measured> polls = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            polls.add(Prefixes.consumer(topics));
        }
        polls.sort(Comparator.comparingDouble(Measured::cpuSeconds));
        Measured poll = polls.get(TIMES / 2);
        PartList parts = Parts.measure(
                bench.events(EventMix.USUAL, settings.sample),
                bench.job("parts", 1),
                new PartClock(settings.partSeconds, settings.partSeconds),
                poll.cpuMicros());
        bench.figure("parts", parts.sum());
        FigureTable stretches = RunTable.columns();
        RunTable.row(stretches, "a bare consumer", poll);
        for (Stretch stretch : Stretch.values()) {
            String name = switch (stretch) {
                case POLL -> "source";
                case DECODE -> "source, decode";
                case SHUFFLE -> "source, decode, shuffle";
            };
            RunTable.row(stretches, name, Prefixes.flink(topics, bench.job("parts", 2), stretch));
        }
        bench.chapter(
                "parts",
                "The parts, each alone on one thread",
                "Processor time of the process, so with each part's share of collecting garbage; over "
                        + Figures.count(settings.sample) + " events of " + Figures.count(topics.meanBytes())
                        + " bytes on average, half of them repairs, 2 % sent twice, 5 % revised. Median of three.\n\n"
                        + parts.table()
                        + "The job from its source on, at parallelism 2, into nothing, over "
                        + Figures.count(topics.records()) + " events:\n\n"
                        + stretches);
    }
}
