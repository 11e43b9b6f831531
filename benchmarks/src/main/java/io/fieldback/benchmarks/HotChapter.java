// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.measure.PartClock;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.parts.LongCase;
import io.fieldback.benchmarks.run.Topics;
import io.fieldback.benchmarks.run.WholeJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** Streams that are not spread evenly: one case sent again and again, one case revised again and again. */
final class HotChapter {
    private static final int PARALLELISM = 2;
    private static final List<Integer> REVISIONS = List.of(10, 100, 1_000);

    private final Bench bench;

    HotChapter(Bench bench) {
        this.bench = bench;
    }

    void write() throws Exception {
        long events = bench.settings().cases;
        Map<String, EventMix> mixes = new LinkedHashMap<>();
        mixes.put("spread evenly", EventMix.USUAL);
        mixes.put("half are one case, as it was", EventMix.HOT);
        FigureTable runs = RunTable.columns();
        for (Map.Entry<String, EventMix> mix : mixes.entrySet()) {
            Run.say("Hot: " + mix.getKey());
            try (Topics topics = Topics.with(bench.settings().data, bench.events(mix.getValue(), events))) {
                RunTable.row(
                        runs,
                        mix.getKey(),
                        WholeJob.run(topics, bench.job("hot", PARALLELISM), new Configuration(), events));
            }
        }
        FigureTable revised = new FigureTable("contents of one case", "µs a content", "bytes of state at the end");
        for (int contents : REVISIONS) {
            LongCase measured = LongCase.measure(
                    bench.longCase(contents),
                    bench.job("hot", 1),
                    new PartClock(bench.settings().partSeconds, bench.settings().partSeconds));
            revised.row(
                    Figures.count(contents), Figures.rough(measured.micros()), Figures.count(measured.stateBytes()));
        }
        bench.chapter(
                "hot",
                "Hot keys",
                "Parallelism 2. A case lives on one thread, so half of all events in one case keep one of two threads"
                        + " busier than the other.\n\n" + runs
                        + "The journal operator alone over one case whose contents all differ; each new content looks at"
                        + " all before it. Ten contents bear what it costs to begin and end files.\n\n" + revised);
    }
}
