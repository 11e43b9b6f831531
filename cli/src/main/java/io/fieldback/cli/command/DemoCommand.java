// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fieldback demo}. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException("Cannot run demo: it is not built yet");
    }
}
