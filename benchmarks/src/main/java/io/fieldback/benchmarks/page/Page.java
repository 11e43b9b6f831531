// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The page of figures. Each chapter is kept in a file of its own as soon as it is measured, so that a run that breaks
 * off leaves what it has, and one chapter can be measured again.
 */
public final class Page {
    private static final String HEAD = """
            # What it costs

            Written by `fieldback-benchmarks`; do not edit. Made again, from the root of the repository, by

                mvn -q -Dquick -Pbenchmarks -pl benchmarks -am compile
                java @benchmarks/run.args --events 3000000

            A small run for a look at one change takes a minute or two: `--events 300000 --only parts,job,duckdb`. `--help`
            names the chapters and all options. Chapters carry the day and the machine they were measured on; figures of
            one chapter come from one run in one warm JVM.

            """;

    private final Path kept;
    private final Path out;
    private final List<String> chapters;

    /**
     * A page.
     *
     * @param kept folder of the chapters measured so far
     * @param out the page
     * @param chapters names of all chapters, in order
     */
    public Page(Path kept, Path out, List<String> chapters) {
        this.kept = kept;
        this.out = out;
        this.chapters = chapters;
    }

    /** Puts a chapter in the place of an earlier one of its name. */
    public void put(String chapter, String markdown) throws IOException {
        Files.createDirectories(kept);
        Files.writeString(kept.resolve(chapter + ".md"), markdown);
        StringBuilder page = new StringBuilder(HEAD);
        for (String each : chapters) {
            Path file = kept.resolve(each + ".md");
            if (Files.exists(file)) {
                page.append(Files.readString(file).stripTrailing()).append("\n\n");
            }
        }
        Files.write(out, (page.toString().stripTrailing() + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
