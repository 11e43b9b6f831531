// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Session;
import io.fieldback.jobs.start.StartWish;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a job shall begin with. */
public final class StartOptions {
    @Option(names = "--rebuild", descriptionKey = "rebuild")
    private boolean rebuild;

    @Option(names = "--from-checkpoint", paramLabel = "PATH", descriptionKey = "from-checkpoint")
    private @Nullable Path checkpoint;

    @Option(names = "--rollback-to", paramLabel = "EPOCH", descriptionKey = "rollback-to")
    private @Nullable Long epoch;

    @Option(names = "--yes", descriptionKey = "yes")
    private boolean yes;

    /** The wish that the options are. Throws if they contradict each other. */
    public StartWish wish() {
        if (checkpoint == null) {
            return rebuild ? new StartWish.Tables() : new StartWish.Fastest();
        }
        if (rebuild || epoch != null) {
            throw new IllegalArgumentException("Cannot start from " + checkpoint + ": "
                    + (rebuild ? "--rebuild" : "--rollback-to") + " asks to start from the tables");
        }
        return new StartWish.Checkpoint(checkpoint);
    }

    /** Goes back to an older epoch if that was asked for. Throws if nobody said that this is meant. */
    public void rollback(Session session, EmbeddedJob job, Path warehouse) {
        if (epoch == null) {
            return;
        }
        if (!yes && !confirmed(session, warehouse, epoch)) {
            throw new IllegalStateException("Cannot roll back to epoch " + epoch + ": nobody confirmed it; give --yes");
        }
        session.tell("rollback.done", warehouse, job.rollback(epoch), epoch);
    }

    private static boolean confirmed(Session session, Path warehouse, long epoch) {
        if (!session.terminal()) {
            return false;
        }
        session.tell("rollback.ask", warehouse, epoch);
        String answer =
                new Scanner(System.in, Charset.defaultCharset()).nextLine().strip();
        return answer.equals("yes") || answer.equals("是");
    }
}
