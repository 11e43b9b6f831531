// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.wholejob.RandomCases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash at any fault point leaves no trace in the tables, and no reader ever sees one. */
class SingleFaultsIT {
    private static final long SEED = Long.getLong("fieldback.seed", 20_261_122);

    @TempDir
    Path folder;

    @Test
    void aCrashAnywhereLosesNothingAndDoublesNothing() throws Exception {
        SentLog sent = SentLog.write(folder.resolve("events"), RandomCases.of(SEED, 300), 3);
        String expected = new Campaign(folder.resolve("undisturbed"), sent).undisturbed();
        Verdict verdict = new Campaign(folder.resolve("disturbed"), sent).run(Plans.singles(SEED));
        System.out.println("Single faults, seed " + SEED + ": " + verdict.line());
        assertThat(verdict.breaches()).as("seed %d", SEED).isEmpty();
        assertThat(verdict.vacuous()).as("seed %d", SEED).isEmpty();
        assertThat(verdict.hash()).as("seed %d", SEED).isEqualTo(expected);
        assertThat(verdict.hits()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Verdict.percentile(verdict.recoveries(), 95)).isLessThan(30_000);
    }

    @Test
    void aCrashOfUpkeepOrBesideItLosesNothingAndDoublesNothing() throws Exception {
        SentLog sent = SentLog.write(folder.resolve("events"), RandomCases.of(SEED, 200), 3);
        String expected = new Campaign(folder.resolve("undisturbed"), sent).undisturbed();
        Verdict verdict = new Campaign(folder.resolve("disturbed"), sent).runTidied(Plans.tidying(SEED));
        System.out.println("Faults beside upkeep, seed " + SEED + ": " + verdict.line());
        assertThat(verdict.breaches()).as("seed %d", SEED).isEmpty();
        assertThat(verdict.vacuous()).as("seed %d", SEED).isEmpty();
        assertThat(verdict.hash()).as("seed %d", SEED).isEqualTo(expected);
    }
}
