// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.Decision;
import io.fieldback.cli.job.DecisionOptions;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fieldback alerts ack ID}: somebody takes an alert on. */
@Command(name = "ack")
public final class AlertsAckCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    /** A command in its surroundings. */
    public AlertsAckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        options.decide(session, Decision.acknowledge());
        return Exits.OK;
    }
}
