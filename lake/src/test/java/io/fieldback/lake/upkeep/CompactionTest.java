// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochKind;
import io.fieldback.lake.epoch.TableFile;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files become one, and nothing else changes, whoever else publishes meanwhile. */
class CompactionTest {
    @TempDir
    Path folder;

    private SmallWarehouse small;

    @BeforeEach
    void aWarehouse() {
        small = new SmallWarehouse(folder);
    }

    @AfterEach
    void noFaults() {
        FaultPoint.install(null);
    }

    @Test
    void filesAreMergedOnceThereAreEnough() {
        for (int i = 1; i < MergePlan.ENOUGH; i++) {
            small.commit(file(small.warehouse, "repairs", Map.of("id", "R-" + i)));
        }
        assertThat(compaction().due()).isEqualTo(new Compaction.Result(0, 0, 0, 0));
        Epoch written = small.commit(file(small.warehouse, "repairs", Map.of("id", "R-8")));
        Map<String, Long> content = small.content(written);
        assertThat(compaction().due().filesBefore()).isEqualTo(MergePlan.ENOUGH);
        Epoch merged = newest();
        assertThat(merged.kind()).isEqualTo(EpochKind.UPKEEP);
        assertThat(small.warehouse.tableFiles(merged, "repairs"))
                .singleElement()
                .satisfies(file -> assertThat(file.rows()).isEqualTo(8));
        assertThat(small.content(merged)).isEqualTo(content).hasSize(8);
        assertThat(small.content(written)).isEqualTo(content);
    }

    @Test
    void signedRowsAreSummedAndWhatCancelsOutIsGone() {
        small.commit(file(small.warehouse, "failure_ledger", cell("K-1", 1), cell("K-2", 1)));
        small.commit(file(small.warehouse, "failure_ledger", cell("K-1", 1), cell("K-2", -1)));
        compaction().all();
        List<String> cells = new ArrayList<>();
        for (Path file : small.warehouse.files(newest(), "failure_ledger")) {
            TableReader.read(
                    file,
                    Tables.FAILURE_LEDGER,
                    row -> cells.add(row[1] + " " + row[Tables.FAILURE_LEDGER.position("orders")]));
        }
        assertThat(cells).containsExactly("K-1 2");
    }

    @Test
    void aTableInWhichAllCancelsOutHasNoFile() {
        small.commit(file(small.warehouse, "failure_ledger", cell("K-1", 1)));
        small.commit(file(small.warehouse, "failure_ledger", cell("K-1", -1)));
        assertThat(compaction().all()).isEqualTo(new Compaction.Result(2, 0, 0, 0));
        assertThat(small.warehouse.files(newest(), "failure_ledger")).isEmpty();
        Epoch next = small.commit(file(small.warehouse, "failure_ledger", cell("K-3", 1)));
        assertThat(small.content(next)).hasSize(1);
    }

    @Test
    void aCommitThatComesFirstIsKept() {
        enough();
        Random random = new Random(3);
        between(FaultPoint.COMPACTION_STAGED, () -> small.commitRandom(random));
        assertThat(compaction().due().filesBefore()).isPositive();
        assertThat(small.warehouse.newestWritten().orElseThrow().number()).isEqualTo(newest().number() - 1);
        assertThat(small.content(newest()))
                .isEqualTo(small.content(small.warehouse.newestWritten().orElseThrow()));
    }

    @Test
    void aCompactionThatComesFirstIsKept() {
        enough();
        between(FaultPoint.METADATA_STAGED, () -> compaction().due());
        Epoch written = small.commitRandom(new Random(3));
        assertThat(written).isEqualTo(newest());
        assertThat(small.warehouse.epoch(written.number() - 1).orElseThrow().kind())
                .isEqualTo(EpochKind.UPKEEP);
        assertThat(small.warehouse.files(written, "repairs")).hasSize(2);
        assertThat(small.content(written).keySet())
                .containsAll(small
                        .content(small.warehouse.epoch(written.number() - 1).orElseThrow())
                        .keySet()
                        .stream()
                        .filter(key -> key.startsWith("repairs"))
                        .toList());
    }

    @Test
    void theSecondOfTwoCompactionsGivesUp() throws Exception {
        enough();
        Map<String, Long> content = small.content(newest());
        between(FaultPoint.COMPACTION_STAGED, () -> new Compaction(Warehouse.open(folder), small.clock, "other").due());
        assertThat(compaction().due()).isEqualTo(new Compaction.Result(0, 0, 0, 0));
        assertThat(newest().programVersion()).isEqualTo("other");
        assertThat(small.content(newest())).isEqualTo(content);
    }

    @Test
    void aRowIsWrittenOnceForEachSizeAtMost() {
        List<Long> files = new ArrayList<>();
        long written = 0;
        int epochs = 5_000;
        for (int i = 0; i < epochs; i++) {
            files.add(4_000L);
            for (List<TableFile> merge : MergePlan.due(named(files))) {
                long bytes = merge.stream().mapToLong(TableFile::bytes).sum();
                merge.forEach(file -> files.remove((Long) file.bytes()));
                files.add(bytes);
                written += bytes;
            }
        }
        assertThat(files).hasSizeLessThan(MergePlan.ENOUGH * MergePlan.SIZES + 32);
        assertThat(written).isLessThan((long) MergePlan.SIZES * epochs * 4_000);
    }

    @Test
    void aBusySourceIsWrittenASecondTimeOnly() {
        List<Long> files = new ArrayList<>();
        long written = 0;
        int epochs = 400;
        long each = 5L << 20;
        for (int i = 0; i < epochs; i++) {
            files.add(each);
            for (List<TableFile> merge : MergePlan.due(named(files))) {
                long bytes = merge.stream().mapToLong(TableFile::bytes).sum();
                merge.forEach(file -> files.remove((Long) file.bytes()));
                files.add(bytes);
                written += bytes;
            }
        }
        assertThat(written).isLessThanOrEqualTo(epochs * each);
        assertThat(files.stream().filter(bytes -> bytes < MergePlan.LARGE_BYTES))
                .hasSizeLessThan(14);
    }

    @Test
    void largeFilesStayAsTheyAreAndMergedOnesBecomeLarge() {
        List<Long> files = new ArrayList<>(List.of(MergePlan.LARGE_BYTES, 3 * MergePlan.LARGE_BYTES));
        for (int i = 0; i < 20; i++) {
            files.add(20L << 20);
        }
        List<List<TableFile>> merges = MergePlan.all(named(files));
        assertThat(merges.stream().mapToInt(List::size).sum()).isEqualTo(20);
        assertThat(merges)
                .hasSize(4)
                .allSatisfy(merge -> assertThat(
                                merge.stream().mapToLong(TableFile::bytes).sum())
                        .isLessThanOrEqualTo(MergePlan.MERGE_BYTES));
        assertThat(MergePlan.all(named(List.of(5L)))).isEmpty();
    }

    private void enough() {
        for (int i = 0; i < MergePlan.ENOUGH; i++) {
            small.commitRandom(new Random(i));
        }
    }

    /** Does something once, when the point is reached first. */
    private static void between(FaultPoint point, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        FaultPoint.install(at -> {
            if (at == point && done.compareAndSet(false, true)) {
                work.run();
            }
        });
    }

    private static List<TableFile> named(List<Long> bytes) {
        List<TableFile> files = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            files.add(new TableFile("repairs/data/" + i, bytes.get(i), 1));
        }
        return files;
    }

    private static Map<String, Object> cell(String component, long orders) {
        return Map.of("component", component, "orders", orders);
    }

    private Compaction compaction() {
        return new Compaction(small.warehouse, small.clock, "test");
    }

    private Epoch newest() {
        return small.warehouse.newestEpoch().orElseThrow();
    }
}
