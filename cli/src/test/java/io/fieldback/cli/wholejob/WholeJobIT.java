// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.wholejob;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.embedded.Folders;
import io.fieldback.jobs.start.StateKind;
import io.fieldback.pipelines.intake.RawRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the order, the parallelism, the repeats and the split over processes, the tables say the same. */
class WholeJobIT {
    private static final int CASES = 600;
    private static final long SEED = 20_261_121;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    private static List<RawRecord> records = List.of();
    private static Map<String, String> expected = Map.of();

    @BeforeAll
    static void inOrder() throws Exception {
        records = RandomCases.of(SEED, CASES);
        expected = LogicalContent.of(run("in-order").write(records, 1));
    }

    @ParameterizedTest(name = "parallelism {0}, order of seed {1}")
    @CsvSource({"1, 11", "2, 12", "4, 13", "2, 14"})
    void orderAndParallelismLeaveNoTrace(int parallelism, long order) throws Exception {
        List<RawRecord> shuffled = shuffled(records, order);
        assertThat(LogicalContent.of(run("order-" + order).write(shuffled, parallelism)))
                .isEqualTo(expected);
    }

    @Test
    void twoProcessesEnterWhatOneDoesWhicheverComesFirst() throws Exception {
        List<RawRecord> mixed = shuffled(records, 21);
        List<RawRecord> first = mixed.subList(0, mixed.size() / 3);
        List<RawRecord> second = mixed.subList(mixed.size() / 3, mixed.size());
        WarehouseRun run = run("first-second").write(first, 2);
        assertThat(LogicalContent.of(run.write(second, 2))).isEqualTo(expected);
        WarehouseRun other = run("second-first").write(second, 2);
        // Flink deletes what it kept in the background.
        Folders.delete(other.folder().resolve("checkpoints"));
        assertThat(LogicalContent.of(other.write(first, 1))).isEqualTo(expected);
    }

    @Test
    void stateOnDiskSaysTheSameAndIsRebuiltFromTheTablesToo() throws Exception {
        List<RawRecord> mixed = shuffled(records, 31);
        WarehouseRun run = run("rocksdb");
        run.write(mixed.subList(0, mixed.size() / 2), run.settings(2, StateKind.ROCKSDB));
        run.write(mixed.subList(mixed.size() / 2, mixed.size()), run.settings(2, StateKind.ROCKSDB));
        assertThat(LogicalContent.of(run)).isEqualTo(expected);
    }

    private static WarehouseRun run(String name) throws Exception {
        return new WarehouseRun(Files.createDirectory(folder.resolve(name)));
    }

    private static List<RawRecord> shuffled(List<RawRecord> records, long seed) {
        List<RawRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
