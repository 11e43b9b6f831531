// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.StageJob;
import io.fieldback.benchmarks.run.StageJob.Stages;
import io.fieldback.benchmarks.run.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What units and rules cost on top of the journals. Runs alternate, so that their ratios bear a machine that others use too. */
final class StagesChapter {
    private static final int PARALLELISM = 2;

    private final Bench bench;

    StagesChapter(Bench bench) {
        this.bench = bench;
    }

    /** One run of each. */
    private record Round(Map<Stages, Measured> runs) {
        Measured of(Stages stages) {
            return Objects.requireNonNull(runs.get(stages));
        }
    }

    void write() throws Exception {
        long events = bench.settings().stageEvents;
        List<Round> rounds = new ArrayList<>();
        try (Topics topics = Topics.with(bench.settings().data, bench.events(EventMix.USUAL, events))) {
            List<Stages> order = new ArrayList<>(Arrays.asList(Stages.values()));
            for (int round = 1; round <= bench.settings().rounds; round++) {
                Map<Stages, Measured> runs = new EnumMap<>(Stages.class);
                for (Stages stages : order) {
                    Run.say("Stages, round " + round + ": " + name(stages));
                    runs.put(stages, StageJob.run(topics, bench.job("stages", PARALLELISM), stages));
                }
                rounds.add(new Round(runs));
                // Whatever a run leaves to the next is left to each of them.
                Collections.reverse(order);
            }
        }
        FigureTable runs = new FigureTable("run", "CPU µs an event", "events/s", "load");
        for (Stages stages : Stages.values()) {
            runs.row(
                    name(stages),
                    Figures.fine(median(rounds, each -> each.of(stages).cpuMicros())),
                    Figures.count(median(rounds, each -> each.of(stages).eventsPerSecond())),
                    Figures.rough(median(rounds, each -> each.of(stages).load())));
        }
        FigureTable ratios = new FigureTable("processor time", "median", "of each round");
        ratio(ratios, rounds, "units on top of journals", Stages.UNITS, Stages.JOURNAL);
        ratio(ratios, rounds, "rules on top of both", Stages.RULES, Stages.UNITS);
        ratio(ratios, rounds, "units and rules on top of journals", Stages.RULES, Stages.JOURNAL);
        bench.chapter(
                "stages",
                "Units and rules",
                "The job at parallelism 2, state in memory, over " + Figures.count(events)
                        + " events into an empty warehouse: as far as journals and the failure ledger, with units, and with"
                        + " rules too, which is the whole job. " + bench.settings().rounds
                        + " rounds of all three in turn, there and back; medians. This chapter alone:"
                        + " `--only stages`.\n\n" + runs + ratios);
    }

    private static void ratio(FigureTable table, List<Round> rounds, String name, Stages more, Stages less) {
        Figure ratio = each -> each.of(more).cpuMicros() / each.of(less).cpuMicros();
        table.row(
                name,
                Figures.fine(median(rounds, ratio)),
                rounds.stream().map(each -> Figures.fine(ratio.of(each))).collect(Collectors.joining(", ")));
    }

    /** What is taken of a round. */
    @FunctionalInterface
    private interface Figure {
        double of(Round round);
    }

    private static double median(List<Round> rounds, Figure figure) {
        double[] figures = rounds.stream().mapToDouble(figure::of).sorted().toArray();
        return (figures[(figures.length - 1) / 2] + figures[figures.length / 2]) / 2;
    }

    private static String name(Stages stages) {
        return switch (stages) {
            case JOURNAL -> "journals";
            case UNITS -> "journals, units";
            case RULES -> "journals, units, rules";
        };
    }
}
