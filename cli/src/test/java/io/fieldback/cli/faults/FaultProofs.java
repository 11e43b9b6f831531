// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fieldback.cli.embedded.Folders;
import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.wholejob.RandomCases;
import io.fieldback.lake.fault.FaultPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The long run, by {@code -Pproofs}: all faults, all pairs of them, killed processes, full disks. */
class FaultProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 1);
    private static final int PAIRS_A_RUN = Integer.getInteger("fieldback.proofs.chain", 9);
    private static final int KILLS = Integer.getInteger("fieldback.proofs.kills", 20);
    private static final Summary SUMMARY = new Summary();

    @TempDir
    Path folder;

    @AfterAll
    static void sum() throws Exception {
        SUMMARY.close();
    }

    @Test
    void allFaultsAndAllPairsLeaveNoTrace() throws Exception {
        SentLog sent = SentLog.write(folder.resolve("events"), RandomCases.of(SEED, 500), 4);
        String expected = new Campaign(folder.resolve("undisturbed"), sent).undisturbed();
        List<List<PlannedFault>> plans = new ArrayList<>();
        plans.add(Plans.singles(SEED));
        plans.addAll(pairs());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Path run = folder.resolve("run-" + i);
            Verdict verdict = new Campaign(run, sent).run(plans.get(i));
            String what = "plan " + i + " of seed " + SEED;
            SUMMARY.add(verdict, what);
            verdict.breaches().forEach(breach -> wrong.add(what + ": " + breach));
            verdict.vacuous().forEach(vacuous -> wrong.add(what + ": " + vacuous));
            if (!verdict.hash().equals(expected)) {
                wrong.add(what + ": other content than without faults");
            }
            if (verdict.breaches().isEmpty()) {
                Folders.delete(run);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Every pair of points once, in an order and with fates of the seed, some to a run. */
    private static List<List<PlannedFault>> pairs() {
        Random random = new Random(SEED);
        List<FaultPoint> points = new ArrayList<>(Plans.RUNNING);
        points.addAll(Plans.STARTING);
        List<List<PlannedFault>> pairs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i; j < points.size(); j++) {
                boolean turned = random.nextBoolean();
                pairs.add(Plans.pair(points.get(turned ? j : i), points.get(turned ? i : j), random));
            }
        }
        Collections.shuffle(pairs, random);
        List<List<PlannedFault>> plans = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += PAIRS_A_RUN) {
            plans.add(pairs.subList(from, Math.min(pairs.size(), from + PAIRS_A_RUN)).stream()
                    .flatMap(List::stream)
                    .toList());
        }
        return plans;
    }

    @Test
    void killedProcessesLeaveNoTrace() throws Exception {
        Random random = new Random(SEED);
        List<FaultPoint> points = new ArrayList<>(List.of(
                FaultPoint.WRITER_OPENED,
                FaultPoint.FILE_CLOSED,
                FaultPoint.NOTICE_SENT,
                FaultPoint.POSITIONS_TOLD,
                FaultPoint.SNAPSHOT_TAKEN,
                FaultPoint.CHECKPOINT_COMPLETE,
                FaultPoint.METADATA_STAGED,
                FaultPoint.POINTERS_MOVED,
                FaultPoint.ANSWER_LOST,
                FaultPoint.EPOCH_PUBLISHED,
                FaultPoint.GENERATION_TAKEN,
                FaultPoint.REBUILD_HALF_WAY));
        Path checkpoints = folder.resolve("checkpoints");
        try (Processes run =
                new Processes(folder, folder.resolve("warehouse"), checkpoints, RandomCases.of(SEED, 1_500))) {
            SUMMARY.say("killed processes, seed " + SEED);
            run.startJob(null);
            run.awaitEpochs(1);
            for (int kill = 0; kill < KILLS; kill++) {
                switch (kill % 5) {
                    case 0, 2 -> {
                        run.awaitEpochs(1 + random.nextInt(2));
                        run.killJob();
                    }
                    case 1, 3 -> {
                        run.killJob();
                        FaultPoint point = points.get(random.nextInt(points.size()));
                        ChildJvm dying = run.startJob(point);
                        assertThat(dying.exit(Processes.PATIENCE_SECONDS))
                                .as("%s", point)
                                .isEqualTo(137);
                        run.killed();
                    }
                    default -> {
                        run.awaitEpochs(1);
                        run.killBroker();
                        run.awaitRecovery();
                        SUMMARY.say("broker killed, recovered: " + run.recoveries());
                        continue;
                    }
                }
                if (random.nextInt(3) == 0) {
                    Folders.delete(checkpoints);
                }
                run.startJob(null);
                run.awaitRecovery();
                SUMMARY.say("job killed " + (kill % 5 % 2 == 0 ? "between epochs" : "at a fault point")
                        + ", recovered: " + run.recoveries());
            }
            assertThat(run.reader().unread()).as("work was left").isPositive();
            List<Breach> breaches = run.finish();
            SUMMARY.add(run, KILLS, breaches.size(), "killed processes of seed " + SEED);
            assertThat(breaches).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"warehouse", "checkpoints"})
    void aFullDiskHoldsTheJobUpAndLosesNothing(String full) throws Exception {
        Path mounted = folder.resolve("disk");
        Optional<SmallDisk> disk = SmallDisk.mount(mounted, 24);
        assumeTrue(disk.isPresent(), "A small disk cannot be mounted here: this needs the rights of root");
        try (SmallDisk small = disk.get();
                Processes run = new Processes(
                        folder,
                        (full.equals("warehouse") ? mounted : folder).resolve("warehouse"),
                        (full.equals("checkpoints") ? mounted : folder).resolve("checkpoints"),
                        RandomCases.of(SEED, 300))) {
            ChildJvm job = run.startJob(null);
            run.awaitEpochs(2);
            small.fill();
            int exit = job.exit(45);
            small.free();
            run.killed();
            if (exit != -1) {
                run.startJob(null);
            }
            run.awaitRecovery();
            assertThat(run.reader().unread()).as("work was left").isPositive();
            List<Breach> breaches = run.finish();
            SUMMARY.add(
                    run,
                    1,
                    breaches.size(),
                    "full disk under the " + full + (exit == -1 ? ", the job waited" : ", the job ended with " + exit));
            assertThat(breaches).isEmpty();
        }
    }
}
