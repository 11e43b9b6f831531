// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.job.EmbeddedJob.Outcome;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import java.nio.file.Path;

/** Says what an ingestion did. */
public final class OutcomeText {
    private OutcomeText() {}

    /** Prints the account and gives the exit code: {@link Exits#CHECK_FAILED} if a record is not accounted for. */
    public static int print(Session session, Path warehouse, Outcome outcome) {
        Messages messages = session.messages();
        for (String file : outcome.skipped()) {
            session.out().println(messages.text("ingest.skipped", file));
        }
        if (!outcome.account().lines().isEmpty()) {
            outcome.account().table(messages).print(session.out());
        }
        session.out().println(messages.text("ingest.epoch", warehouse, outcome.epoch()));
        if (outcome.judged() != null) {
            session.out()
                    .println(messages.text(
                            "ingest.judged",
                            outcome.judged().days(),
                            outcome.judged().opened(),
                            outcome.judged().open()));
        }
        session.out().flush();
        if (outcome.account().total().rejected() > 0) {
            session.tell("ingest.rejected", outcome.account().total().rejected(), warehouse);
        }
        if (!outcome.account().balances()) {
            session.say("Cannot account for all records: read is not new + duplicate + rejected");
            return Exits.CHECK_FAILED;
        }
        return Exits.OK;
    }
}
