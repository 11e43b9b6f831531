// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Law;
import io.fieldback.cli.wholejob.RandomCases;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.storing.StoringSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proofs would be worth nothing if they passed a broken job: each bug planted here is found, and by which law. */
class PlantedBugsIT {
    private static final long SEED = 4_711;

    private static final int RUNS = 3;

    @TempDir
    Path folder;

    private SentLog sent = new SentLog(List.of(), List.of());

    @BeforeEach
    void send() throws Exception {
        sent = SentLog.write(folder.resolve("events"), RandomCases.of(SEED, 80), 2);
    }

    @ParameterizedTest
    @CsvSource({
        "POSITIONS_ONE_AHEAD, POSITIONS",
        "POSITIONS_ONE_BEHIND, POSITIONS",
        "FILE_COMMITTED_TWICE, CONTENTS",
        "SUBTASK_LEFT_OUT, CONTENTS",
        "REVERSAL_BY_ANOTHER_RULE, LEDGER",
        "UNITS_TOLD_HALF, UNITS",
        "UNITS_ENTERED_TWICE, UNITS",
    })
    void aBugInTheJobIsFoundByTheOracle(PlantedBug bug, Law law) throws Exception {
        // A bug of one epoch after another cannot show in a run whose events all fell into one.
        Set<Law> broken = EnumSet.noneOf(Law.class);
        for (int run = 1; run <= RUNS && !broken.contains(law); run++) {
            Verdict verdict = new Campaign(folder.resolve("run" + run), sent, bug::define)
                    .run(List.of(new PlannedFault(FaultPoint.EPOCH_PUBLISHED, 2, false, Fate.REBUILT)));
            broken.addAll(laws(verdict.breaches()));
        }
        assertThat(broken).as("%s", bug).contains(law);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void anEpochBeforeItsLastPointerIsFoundByTheReaders(boolean dies) throws Exception {
        Campaign campaign = new Campaign(folder.resolve("run"), sent);
        Verdict verdict = campaign.run(reader -> new LatePointer(campaign.warehouseFolder(), dies, reader::polls));
        assertThat(laws(verdict.breaches())).as("%s", verdict.breaches()).contains(Law.WHOLE);
    }

    @Test
    void twoWritersOfOneGenerationAreFoundByTheOracle() throws Exception {
        // Two writers that happen to write in turn do no harm.
        Set<Law> broken = EnumSet.noneOf(Law.class);
        for (int run = 1; run <= RUNS && broken.isEmpty(); run++) {
            Campaign campaign = new Campaign(
                    folder.resolve("run" + run),
                    sent,
                    (records, intake, storing) -> FeedbackJob.define(records, intake, ofGenerationOne(storing)));
            broken.addAll(laws(campaign.runTwoAtOnce().breaches()));
        }
        assertThat(broken).containsAnyOf(Law.POSITIONS, Law.CONTENTS);
    }

    /**
     * Makes the second process one of the first one's generation, as if nobody looked at it. The catalog
     * forgets a later generation as it is written: were it there for a moment, the first process could see it.
     */
    private static StoringSettings ofGenerationOne(StoringSettings storing) {
        Path catalog = storing.folder().resolve("catalog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalog);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER IF NOT EXISTS forget AFTER INSERT ON fieldback_generations"
                    + " BEGIN DELETE FROM fieldback_generations WHERE generation > 1; END");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot forget generations: " + e.getMessage(), e);
        }
        return new StoringSettings(
                storing.warehouse(),
                storing.lineage(),
                1,
                storing.who(),
                storing.takenAt(),
                storing.startEpoch(),
                storing.sources(),
                storing.programVersion(),
                storing.clock());
    }

    private static Set<Law> laws(List<Breach> breaches) {
        Set<Law> laws = EnumSet.noneOf(Law.class);
        breaches.forEach(breach -> laws.add(breach.law()));
        return laws;
    }
}
