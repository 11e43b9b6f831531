// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output and error in UTF-8. Java would take the encoding from the locale and lose Chinese where that is not
 * set, as in most containers. A Windows console keeps its own.
 */
public final class Streams {
    private Streams() {}

    /** Standard output. It is flushed at the end, so a large answer goes out in large pieces. */
    public static PrintWriter out() {
        return writer(new FileOutputStream(FileDescriptor.out));
    }

    /** Standard error. */
    public static PrintWriter err() {
        return writer(new FileOutputStream(FileDescriptor.err));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset()), 1 << 16), false);
    }

    private static Charset charset() {
        Console console = System.console();
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    }
}
