// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Ends a command that failed: one sentence on standard error and an exit code. */
public final class Exits implements IExecutionExceptionHandler {
    /** All is done. */
    public static final int OK = 0;
    /** It could not be done. */
    public static final int ERROR = 1;
    /** The command line makes no sense. */
    public static final int USAGE = 2;
    /** It was done, and a check failed. */
    public static final int CHECK_FAILED = 3;

    private static final String CANNOT = "Cannot ";

    private final boolean details;

    /** Shows the stack of a failure if asked for details. */
    public Exits(boolean details) {
        this.details = details;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        line.getErr().println(sentence(failure, line.getCommandName()));
        if (details) {
            failure.printStackTrace(line.getErr());
        }
        line.getErr().flush();
        return ERROR;
    }

    /** Answers a command line that makes no sense. */
    public static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        String command = line.getCommandSpec().qualifiedName(" ");
        line.getErr().println("Cannot run " + command + ": " + firstLine(failure.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr());
        line.getErr().println("See '" + command + " --help'.");
        line.getErr().flush();
        return USAGE;
    }

    /**
     * What went wrong, in one sentence. Flink wraps a failure many times and the cause of interest lies inside: the
     * innermost one that is a sentence of ours is it, else the innermost that says anything.
     */
    public static String sentence(Throwable failure, String command) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(0, each);
        }
        for (Throwable each : chain) {
            String message = firstLine(each.getMessage());
            if (message.startsWith(CANNOT)) {
                return message;
            }
        }
        for (Throwable each : chain) {
            if (!firstLine(each.getMessage()).isEmpty()) {
                return CANNOT + command + ": " + kind(each) + firstLine(each.getMessage());
            }
        }
        return CANNOT + command + ": " + chain.get(0).getClass().getSimpleName();
    }

    /** The kind of a failure where its message is no sentence by itself, as that of a missing file or class. */
    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return firstLine(failure.getMessage()).contains(" ") ? "" : name + ": ";
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
