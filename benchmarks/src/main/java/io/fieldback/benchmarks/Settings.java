// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be chosen on the command line. */
public final class Settings {
    /** All chapters, in the order of the page. */
    static final List<String> CHAPTERS =
            List.of("summary", "parts", "job", "stages", "duckdb", "scale", "history", "upkeep", "state", "hot");

    /** Events of the main runs. */
    @Option(names = "--events", defaultValue = "3000000", description = "Events of the main runs (${DEFAULT-VALUE}).")
    long events = 3_000_000;

    /** Events simulated to make all others from. */
    @Option(
            names = "--simulated",
            defaultValue = "400000",
            description = "Events simulated, to make the others from (${DEFAULT-VALUE}).")
    long simulated = 400_000;

    /** Events of the sample that parts are measured over. */
    @Option(
            names = "--sample",
            defaultValue = "60000",
            description = "Events that each part is measured over (${DEFAULT-VALUE}).")
    long sample = 60_000;

    /** Seconds for each measurement of a part. */
    @Option(
            names = "--part-seconds",
            defaultValue = "1.5",
            description = "Seconds of each of the three measurements of a part (${DEFAULT-VALUE}).")
    double partSeconds = 1.5;

    /** Seed of the simulation. */
    @Option(names = "--seed", defaultValue = "7", description = "Seed of the simulation (${DEFAULT-VALUE}).")
    long seed = 7;

    /** Chapters to measure. */
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "CHAPTER",
            description =
                    "Chapters to measure, of: parts, job, stages, duckdb, scale, history, upkeep, state, hot. All by"
                            + " default. History and upkeep go on with the last run of scale.")
    List<String> only = CHAPTERS;

    /** Events of the runs that show what units and rules cost. */
    @Option(
            names = "--stage-events",
            defaultValue = "500000",
            description = "Events of the runs with and without units and rules (${DEFAULT-VALUE}).")
    long stageEvents = 500_000;

    /** How often these are measured in turn. */
    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds of these runs, one of each in turn (${DEFAULT-VALUE}).")
    int rounds = 3;

    /** Sizes of the runs of scale. */
    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "100000,1000000,10000000",
            description = "Events of the runs that show how cost grows (${DEFAULT-VALUE}).")
    List<Long> sizes = List.of(100_000L, 1_000_000L, 10_000_000L);

    /** Events that come on top of a history. */
    @Option(
            names = "--more",
            defaultValue = "1000000",
            description = "Events that a new process reads on top of the history (${DEFAULT-VALUE}).")
    long more = 1_000_000;

    /** Cases of the chapter on state. */
    @Option(
            names = "--cases",
            defaultValue = "1000000",
            description = "Cases whose state is weighed, and events of the runs with a hot case (${DEFAULT-VALUE}).")
    long cases = 1_000_000;

    /** Parallelism of the whole job. */
    @Option(
            names = "--parallelism",
            split = ",",
            defaultValue = "2,1",
            description = "Parallelism of the whole job, one run each (${DEFAULT-VALUE}).")
    List<Integer> parallelism = List.of(2, 1);

    /** The page. */
    @Option(names = "--out", defaultValue = "docs/benchmarks.md", description = "The page (${DEFAULT-VALUE}).")
    Path out = Path.of("docs", "benchmarks.md");

    /** Where it works. */
    @Option(
            names = "--data",
            defaultValue = "benchmarks/target/data",
            description = "Folder for events, warehouses and measured chapters (${DEFAULT-VALUE}).")
    Path data = Path.of("benchmarks", "target", "data");

    /** Where a profile of the whole job goes. */
    @Option(
            names = "--profile",
            description = "Profile the first whole job into this file: .collapsed (stacks), .html (flame graph), else"
                    + " flat text.")
    @Nullable
    Path profile;

    /** What is profiled. */
    @Option(names = "--profile-event", defaultValue = "cpu", description = "cpu, itimer, alloc or wall.")
    String profileEvent = "cpu";
}
