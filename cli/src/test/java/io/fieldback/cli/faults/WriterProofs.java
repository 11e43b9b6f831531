// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.wholejob.RandomCases;
import io.fieldback.lake.fault.FaultPoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command is killed, stopped and replaced, the broker dies and comes again: nothing is lost, nothing doubled. */
class WriterProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 20_261_122);

    @TempDir
    Path folder;

    @Test
    void whoeverIsKilledNothingIsLostAndAnOldWriterIsRefused() throws Exception {
        try (Processes run = new Processes(
                folder, folder.resolve("warehouse"), folder.resolve("checkpoints"), RandomCases.of(SEED, 300))) {
            run.startJob(null);
            run.awaitEpochs(2);
            run.killJob();

            ChildJvm halting = run.startJob(FaultPoint.METADATA_STAGED);
            run.awaitRecovery();
            assertThat(halting.exit(Processes.PATIENCE_SECONDS)).isEqualTo(137);

            ChildJvm old = run.startJob(null);
            run.awaitEpochs(1);
            old.signal("STOP");
            run.killed();
            ChildJvm young = run.startJob(null);
            run.awaitRecovery();
            old.signal("CONT");
            assertThat(old.exit(Processes.PATIENCE_SECONDS)).isEqualTo(1);
            assertThat(run.printed())
                    .contains("Cannot publish epoch: fieldback, process " + young.pid() + " took over at");

            run.killBroker();
            run.awaitRecovery();
            assertThat(run.reader().unread()).as("work was left").isPositive();
            assertThat(run.finish()).as("seed %d", SEED).isEmpty();
            System.out.println("Writers, seed " + SEED + ": " + run.reader().polls() + " polls, "
                    + run.reader().epoch() + " epochs, recoveries " + run.recoveries() + " ms");
        }
    }
}
