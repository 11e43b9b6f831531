// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.lake.epoch.FencedException;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Replacement;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.intake.Decoder;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.pipelines.ledgers.PostingRule;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.pipelines.units.UnitFiles;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRebuildTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final long SEED = 20_261_122;

    /** Other rules: the region no longer counts, and every order does twice. */
    private static final PostingRule OTHER = (event, eventOn) -> FailurePostings.of(event, eventOn).stream()
            .map(posting -> new Posting(
                    new FailureCell(
                            posting.cell().productModel(),
                            posting.cell().component(),
                            posting.cell().symptomCode(),
                            posting.cell().causeCode(),
                            posting.cell().causeClass(),
                            null,
                            posting.cell().eventOn()),
                    posting.measures().plus(posting.measures())))
            .toList();

    @TempDir
    Path folder;

    @Test
    void ledgersOfOtherRulesAreThoseOfAFreshWarehouseInWhateverPasses() throws Exception {
        Warehouse fresh = written("fresh", OTHER, "rules-2");
        Map<String, long[]> expected = ledger(fresh, fresh.newestEpoch().orElseThrow());
        assertThat(expected).hasSizeGreaterThan(50);
        for (long casesAtOnce : new long[] {1_000_000, 150}) {
            Warehouse old = written("old-" + casesAtOnce, FailurePostings::of, "rules-1");
            Epoch before = old.newestEpoch().orElseThrow();
            assertThat(keys(ledger(old, before))).isNotEqualTo(keys(expected));
            Generation right = old.takeGeneration("rebuild", CLOCK.instant());
            LedgerRebuild.Done done =
                    new LedgerRebuild(old, right, OTHER, "rules-2").publish(casesAtOnce, "test", CLOCK.instant());
            assertThat(done.passes()).isEqualTo(casesAtOnce == 150 ? (int) ((done.contents() + 149) / 150) : 1);
            Epoch epoch = old.newestEpoch().orElseThrow();
            assertThat(same(ledger(old, epoch), expected)).as("seed %d", SEED).isTrue();
            for (Table ledger : List.of(Tables.COHORT_LEDGER, Tables.EXPOSURE_LEDGER)) {
                Map<String, long[]> units = ledger(old, epoch, ledger);
                assertThat(units).hasSizeGreaterThan(50);
                assertThat(same(units, ledger(old, before, ledger)))
                        .as("%s of seed %d", ledger.name(), SEED)
                        .isTrue();
                assertThat(old.files(epoch, ledger.name()))
                        .doesNotContainAnyElementsOf(old.files(before, ledger.name()));
            }
            assertThat(epoch.kind()).isEqualTo(EpochKind.RULES);
            assertThat(epoch.number()).isEqualTo(before.number() + 1);
            assertThat(epoch.positionsJson()).isEqualTo(before.positionsJson());
            assertThat(Warehouse.open(old.folder()).settings().rulesVersion()).isEqualTo("rules-2");
            assertThat(old.files(epoch, "repairs")).isEqualTo(old.files(before, "repairs"));
        }
    }

    @Test
    void aJobOfTheOldRulesPublishesNoMoreAndUpkeepMeanwhileDoesNotMatter() throws Exception {
        Warehouse warehouse = written("fenced", FailurePostings::of, "rules-1");
        Generation old = warehouse.takeGeneration("old job", CLOCK.instant());
        Generation right = warehouse.takeGeneration("rebuild", CLOCK.instant());
        warehouse.replace(Replacement.upkeep(List.of(), List.of(), "test", CLOCK.instant()));
        new LedgerRebuild(warehouse, right, OTHER, "rules-2").publish(1_000, "test", CLOCK.instant());
        assertThatThrownBy(() -> warehouse.commit(
                        new EpochDraft(old, "old", 9, List.of(), "[1]", "[]", "test", CLOCK.instant())))
                .isInstanceOf(FencedException.class);
    }

    @Test
    void aWarehouseWithoutEpochsIsRefused() {
        Warehouse empty = warehouse("empty", "rules-1");
        Generation right = empty.takeGeneration("rebuild", CLOCK.instant());
        assertThatThrownBy(() -> new LedgerRebuild(empty, right, OTHER, "rules-2").publish(1, "test", CLOCK.instant()))
                .hasMessage("Cannot rebuild the ledgers of " + empty.folder() + ": nothing has been read into it yet;"
                        + " delete it and read the sources into a new one");
    }

    private Warehouse warehouse(String name, String rules) {
        return Warehouse.openOrCreate(
                folder.resolve(name), new WarehouseSettings(ZoneId.of("UTC"), "key", rules), Tables.all());
    }

    /** The same random arrivals through the operator, by a rule, into a warehouse. */
    private Warehouse written(String name, PostingRule rule, String rules) throws Exception {
        Warehouse warehouse = warehouse(name, rules);
        Generation right = warehouse.takeGeneration("test", CLOCK.instant());
        StoringSettings settings = new StoringSettings(
                warehouse.folder().toString(),
                "lineage",
                right.number(),
                "test",
                CLOCK.instant(),
                0,
                "topics",
                "test",
                CLOCK);
        try (KeyedOneInputStreamOperatorTestHarness<String, Arrival, Notice> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new JournalOperator(settings, rule, JournalPipeline.UNITS),
                        Arrival::key,
                        Types.STRING,
                        4,
                        1,
                        0)) {
            operator.open();
            for (Arrival arrival : arrivals()) {
                operator.processElement(new StreamRecord<>(arrival));
            }
            operator.prepareSnapshotPreBarrier(1);
            List<WrittenFile> files = new ArrayList<>();
            for (Notice notice : operator.extractOutputValues()) {
                notice.files().forEach(file -> files.add(WrittenFile.fromBytes(file)));
            }
            files.addAll(UnitFiles.of(operator.getSideOutput(JournalPipeline.UNITS), settings));
            warehouse.commit(new EpochDraft(right, "lineage", 1, files, "[]", "[]", "test", CLOCK.instant()));
        }
        return warehouse;
    }

    private static List<Arrival> arrivals() {
        Random random = new Random(SEED);
        Decoder decoder =
                new Decoder(new IntakeSettings("UTC", new PseudonymKey(new byte[32], "h1"), Map.of(), Map.of()));
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String json = "{\"id\":\"R-" + random.nextInt(300) + "\",\"serialNo\":\"S" + random.nextInt(40)
                    + "\",\"failedOn\":\"2026-01-0" + (1 + random.nextInt(9))
                    + "\",\"productModel\":\"M" + random.nextInt(2) + "\",\"region\":\"" + random.nextInt(3)
                    + "\",\"voided\":" + (random.nextInt(9) == 0) + ",\"labourMinor\":" + random.nextInt(99)
                    + ",\"faults\":[{\"component\":\"C" + random.nextInt(3) + "\"}]}";
            if (random.nextInt(3) == 0) {
                arrivals.addAll(decoder.decode(unit(random, i)));
            }
            byte[] value = random.nextInt(30) == 0 ? null : json.getBytes(StandardCharsets.UTF_8);
            long at = Instant.parse("2026-01-10T00:00:00Z")
                    .plusSeconds(86_400L * random.nextInt(20))
                    .toEpochMilli();
            arrivals.addAll(decoder.decode(
                    new RawRecord("fieldback.repair.v1", 0, i, at, "repair", "R-" + random.nextInt(300), value)));
        }
        return arrivals;
    }

    /** A registration whose serial number may be another one in its next content. */
    private static RawRecord unit(Random random, int position) {
        String json = "{\"id\":\"U-" + random.nextInt(60) + "\",\"serialNo\":\"S" + random.nextInt(40)
                + "\",\"soldOn\":\"2026-01-0" + (1 + random.nextInt(9)) + "\"}";
        long at = Instant.parse("2026-01-10T00:00:00Z")
                .plusSeconds(86_400L * random.nextInt(20))
                .toEpochMilli();
        return new RawRecord("fieldback.unit.v1", 0, position, at, "unit", null, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, long[]> ledger(Warehouse warehouse, Epoch epoch) {
        return ledger(warehouse, epoch, Tables.FAILURE_LEDGER);
    }

    /** A ledger summed by cell and known day, so that any day it is read as of is right too. */
    private static Map<String, long[]> ledger(Warehouse warehouse, Epoch epoch, Table ledger) {
        Map<String, long[]> sums = new TreeMap<>();
        int keys = ledger.columns().size() - Tables.measures(ledger.name()).size();
        for (Path file : warehouse.files(epoch, ledger.name())) {
            assertThat(Files.exists(file)).isTrue();
            TableReader.read(file, ledger, row -> {
                long[] sum = sums.computeIfAbsent(
                        Arrays.toString(Arrays.copyOf(row, keys)), key -> new long[row.length - keys]);
                for (int i = keys; i < row.length; i++) {
                    sum[i - keys] += (Long) row[i];
                }
            });
        }
        sums.values().removeIf(sum -> Arrays.stream(sum).allMatch(each -> each == 0));
        return sums;
    }

    private static List<String> keys(Map<String, long[]> ledger) {
        return List.copyOf(ledger.keySet());
    }

    private static boolean same(Map<String, long[]> one, Map<String, long[]> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(key -> Arrays.equals(one.get(key), other.get(key)));
    }
}
