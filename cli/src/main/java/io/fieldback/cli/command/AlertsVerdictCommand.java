// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.Decision;
import io.fieldback.cli.job.DecisionOptions;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.schemas.code.AlertVerdict;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fieldback alerts verdict ID VERDICT}: what an alert turned out to be. */
@Command(name = "verdict")
public final class AlertsVerdictCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Parameters(index = "1", paramLabel = "confirmed|false-alarm|known", descriptionKey = "alerts.verdict")
    private String verdict = "";

    /** A command in its surroundings. */
    public AlertsVerdictCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        options.decide(session, Decision.judge(verdict()));
        return Exits.OK;
    }

    private AlertVerdict verdict() {
        return List.of(AlertVerdict.CONFIRMED, AlertVerdict.FALSE_ALARM, AlertVerdict.KNOWN).stream()
                .filter(known -> known.wire().equals(verdict))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot judge an alert " + verdict + ": a verdict is confirmed, false-alarm or known"));
    }
}
