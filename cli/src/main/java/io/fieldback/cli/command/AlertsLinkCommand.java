// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.Decision;
import io.fieldback.cli.job.DecisionOptions;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fieldback alerts link ID ACTION}: a corrective action answers an alert. */
@Command(name = "link")
public final class AlertsLinkCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Parameters(index = "1", paramLabel = "ACTION", descriptionKey = "alerts.action")
    private String action = "";

    /** A command in its surroundings. */
    public AlertsLinkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        options.decide(session, Decision.link(action));
        return Exits.OK;
    }
}
