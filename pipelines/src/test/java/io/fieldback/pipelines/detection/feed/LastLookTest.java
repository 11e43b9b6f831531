// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import static io.fieldback.pipelines.detection.feed.TestTables.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of OLD a pump fails every third day; NEW comes in April 2025. Nobody registers units. */
class LastLookTest {
    private static final NotYetJudged NEW = new NotYetJudged(
            List.of(new NotYetJudged.Product("NEW", List.of(), "new-without-units", "2025-04-07", "2025-11-16")), 0);

    @TempDir
    Path folder;

    private TestTables tables;

    @BeforeEach
    void repairs() {
        tables = new TestTables(folder);
        LocalDate first = LocalDate.parse("2024-01-01");
        for (int day = 0; day < 700; day += 3) {
            repair("OLD", first.plusDays(day));
            if (day > 465 && day % 6 == 0) {
                repair("NEW", first.plusDays(day));
            }
        }
        tables.epoch();
    }

    private void repair(String product, LocalDate day) {
        String id = product + day;
        tables.content(
                "repairs", id, "h" + id, day.toString(), Map.of("product_model", product, "faults", List.of((Object)
                        fault("pump", "leak", "c", null, 1))));
    }

    @Test
    void theLastLookOfARunSaysWhatIsNotJudgedAndIsTheSameForAProcessThatStartsAnew() {
        WatchRun run = run();
        run.judge(day("2025-06-03"));
        assertThat(last(Optional.empty())).contains(new LastLook(LocalDate.parse("2025-06-03"), NEW));
        // The memory of this process was filled day by day, that of another one from the tables.
        run.judge(day("2025-06-05"));
        LastLook kept = last(Optional.empty()).orElseThrow();
        run().judge(day("2025-06-06"));
        assertThat(kept.pending()).isEqualTo(NEW);
        assertThat(last(Optional.empty()).orElseThrow().pending()).isEqualTo(NEW);
        assertThat(last(Optional.of(LocalDate.parse("2025-06-04")))
                        .orElseThrow()
                        .day())
                .isEqualTo("2025-06-03");
    }

    @Test
    void onTheDayThatWasToldItIsJudged() {
        run().judge(day("2025-11-15"));
        // It is no longer new by then, but half a year of its own is not yet there to learn from.
        assertThat(last(Optional.empty()).orElseThrow().pending().products())
                .containsExactly(
                        new NotYetJudged.Product("NEW", List.of(), "short-history", "2025-04-07", "2025-11-16"));
        run().judge(day("2025-11-16"));
        assertThat(last(Optional.empty()).orElseThrow().pending()).isEqualTo(NotYetJudged.none());
    }

    private Optional<LastLook> last(Optional<LocalDate> asOf) {
        Epoch newest = tables.warehouse.newestEpoch().orElseThrow();
        return LastLook.of(tables.warehouse, newest, asOf);
    }

    private WatchRun run() {
        return new WatchRun(
                tables.warehouse,
                tables.right,
                WatchRules.standard(),
                Reference.standard(),
                1,
                Clock.fixed(TestTables.NOON, ZoneOffset.UTC),
                "test");
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
