// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A command that was run in this process.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int exit, String out, String err) {
    /** Runs a command; its key lies in a home folder. */
    public static Run of(Path home, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        Map<String, String> environment = Map.of("FIELDBACK_HOME", home.toString(), "FIELDBACK_TERMINAL", "no");
        int exit = Fieldback.run(new PrintWriter(out), new PrintWriter(err), environment, words);
        return new Run(exit, out.toString(), err.toString());
    }

    /** The folder that holds the modules. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
