// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.events.MadeEvents;
import io.fieldback.benchmarks.events.Templates;
import io.fieldback.benchmarks.page.Page;
import io.fieldback.benchmarks.run.Topics;
import io.fieldback.benchmarks.run.WholeJob;
import io.fieldback.cli.embedded.Folders;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.flink.configuration.Configuration;

/** One run: a warm-up, then the chapters that were asked for, each written when it is measured. */
final class Run {
    private static final long WARM_EVENTS = 300_000;

    private final Settings settings;
    private final Clock clock = Clock.systemUTC();

    Run(Settings settings) {
        this.settings = settings;
    }

    void all() throws Exception {
        Files.createDirectories(settings.data);
        Page page = new Page(settings.data.resolve("chapters"), settings.out, Settings.CHAPTERS);
        say("Simulating " + settings.simulated + " events");
        Templates templates = Templates.simulate(settings.seed, settings.simulated);
        Bench bench = new Bench(settings, templates, page, clock);
        warm(bench);
        if (wanted("parts") || wanted("job")) {
            MadeEvents events = bench.events(EventMix.USUAL, settings.events);
            say("Sending " + settings.events + " events");
            try (Topics topics = Topics.with(settings.data, events)) {
                if (wanted("parts")) {
                    new PartsChapter(bench).write(topics);
                }
                if (wanted("job")) {
                    new JobChapter(bench).write(topics);
                }
            }
        }
        if (wanted("stages")) {
            new StagesChapter(bench).write();
        }
        if (wanted("duckdb")) {
            new DuckChapter(bench).write();
        }
        bench.summary();
        if (wanted("scale") || wanted("history") || wanted("upkeep")) {
            new ScaleChapter(bench).write();
        }
        if (wanted("state")) {
            new StateChapter(bench).write();
        }
        if (wanted("hot")) {
            new HotChapter(bench).write();
        }
    }

    private boolean wanted(String chapter) {
        return settings.only.contains(chapter);
    }

    /** So that the first of the measured runs is no slower than the others. */
    private void warm(Bench bench) throws Exception {
        say("Warming up");
        long events = Math.min(WARM_EVENTS, settings.events);
        try (Topics topics = Topics.with(settings.data, bench.events(EventMix.USUAL, events))) {
            WholeJob.run(topics, bench.job("warm", 2), new Configuration(), events);
        }
        Folders.delete(settings.data.resolve("warm"));
    }

    static void say(String sentence) {
        System.err.println(sentence);
    }
}
