// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import io.fieldback.benchmarks.events.EventMix;
import io.fieldback.benchmarks.measure.Measured;
import io.fieldback.benchmarks.page.FigureTable;
import io.fieldback.benchmarks.page.Figures;
import io.fieldback.benchmarks.run.Duck;
import io.fieldback.benchmarks.run.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** DuckDB alone over the same events. */
final class DuckChapter {
    private static final int TIMES = 3;
    private static final int THREADS = 2;

    private final Bench bench;

    DuckChapter(Bench bench) {
        this.bench = bench;
    }

    void write() throws Exception {
        long events = bench.settings().events;
        Run.say("DuckDB: writing JSON");
        Path json = JsonFiles.write(
                bench.settings().data.resolve("json-" + events + "-" + bench.settings().seed),
                bench.events(EventMix.USUAL, events));
        Path tables = bench.settings().data.resolve("duckdb");
        Run.say("DuckDB");
        List<Measured> runs = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            runs.add(Duck.run(json, tables, events, THREADS));
        }
        runs.sort(Comparator.comparingDouble(Measured::cpuSeconds));
        Measured median = runs.get(TIMES / 2);
        bench.figure("duckdb", median.cpuMicros());
        FigureTable table = RunTable.columns();
        RunTable.row(table, "DuckDB, 2 threads", median);
        bench.chapter(
                "duckdb",
                "DuckDB alone",
                "The same events as newline-delimited JSON, a file set for each type with its columns declared; each"
                        + " content kept once, journals and ledger written as Parquet (ZSTD) in one batch. It makes a"
                        + " plain hash for the content and for the customer; it checks, masks and seals nothing, takes"
                        + " nothing back in the ledger, and publishes nothing. Median of three; "
                        + Figures.megabytes(size(tables)) + " written.\n\n" + table);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
