// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fieldback try}. */
@Command(name = "try")
public final class TryCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException("Cannot run try: it is not built yet");
    }
}
