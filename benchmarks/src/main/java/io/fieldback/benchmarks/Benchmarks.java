// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures what Fieldback costs and writes the page that says so. */
@Command(
        name = "fieldback-benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures what Fieldback costs and writes docs/benchmarks.md.")
public final class Benchmarks implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    /** Starts it. Ends the process: engines leave threads behind. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        new Run(settings).all();
        return 0;
    }
}
