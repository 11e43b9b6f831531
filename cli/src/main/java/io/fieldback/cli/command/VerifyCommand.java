// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fieldback verify}. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException("Cannot run verify: it is not built yet");
    }
}
