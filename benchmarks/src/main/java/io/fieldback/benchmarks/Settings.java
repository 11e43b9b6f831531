// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be chosen on the command line. */
public final class Settings {
    /** All chapters, in the order of the page. */
    static final List<String> CHAPTERS = List.of("summary", "parts", "job", "duckdb");

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
            description = "Chapters to measure, of: parts, job, duckdb. All by default.")
    List<String> only = CHAPTERS;

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
