// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochTag;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Retention;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.WrittenFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever upkeep does, whenever, every epoch that can be read says what it said when it was published. {@code
 * -Dproofs.steps=200} goes on longer.
 */
class UpkeepPropertyTest {
    private static final int STEPS = Integer.getInteger("proofs.steps", 30);

    @TempDir
    Path folder;

    private final Map<Long, Map<String, Long>> contents = new TreeMap<>();
    private final Map<Long, Long> readUpTo = new TreeMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_261_122})
    void contentNeverChanges(long seed) throws Exception {
        Random random = new Random(seed);
        SmallWarehouse small = new SmallWarehouse(folder);
        Upkeep upkeep = new Upkeep(small.warehouse, small.clock, "test");
        List<WrittenFile> pending = List.of();
        long written = 0;
        for (int step = 0; step < STEPS; step++) {
            int dice = random.nextInt(100);
            if (step == 0 || dice < 60) {
                Epoch epoch = small.commit(
                        pending.isEmpty()
                                ? small.random(random).toArray(WrittenFile[]::new)
                                : pending.toArray(WrittenFile[]::new));
                pending = List.of();
                contents.put(epoch.number(), small.content(epoch));
                readUpTo.put(epoch.number(), ++written);
            } else if (dice < 70) {
                pending = pending.isEmpty() ? small.random(random) : pending;
            } else if (dice < 75) {
                Epoch newest = small.warehouse.newestEpoch().orElseThrow();
                small.warehouse.retention().tag("step " + step, newest.number(), small.clock.instant());
            } else if (dice < 78 && !small.warehouse.retention().tags().isEmpty()) {
                small.warehouse
                        .retention()
                        .untag(small.warehouse.retention().tags().get(0).name());
            } else {
                if (dice < 90) {
                    upkeep.due();
                } else {
                    upkeep.all();
                }
                Epoch newest = small.warehouse.newestEpoch().orElseThrow();
                contents.putIfAbsent(newest.number(), last(contents));
                readUpTo.putIfAbsent(newest.number(), written);
                check(small);
            }
            small.sleep(Duration.ofMinutes(random.nextInt(300)));
        }
        upkeep.all();
        check(small);
        assertThat(small.warehouse.retention().named(Retention.KEEP).due()).isEmpty();
        assertThat(small.warehouse.epochs()).hasSizeLessThan(STEPS);
    }

    private void check(SmallWarehouse small) throws Exception {
        Warehouse warehouse = Warehouse.open(small.folder);
        long newest = warehouse.newestEpoch().orElseThrow().number();
        for (Epoch epoch : warehouse.epochs()) {
            try {
                warehouse.retention().open(epoch.number());
            } catch (LakeException expired) {
                // Its row is kept for what a state is compared with; it cannot be read.
                assertThat(epoch).isEqualTo(warehouse.newestWritten().orElseThrow());
                continue;
            }
            Map<String, Long> before = contents.computeIfAbsent(
                    epoch.number(),
                    number -> contents.entrySet().stream()
                            .filter(each -> each.getKey() < number)
                            .reduce((one, other) -> other)
                            .orElseThrow()
                            .getValue());
            assertThat(small.content(epoch)).as("epoch %d", epoch.number()).isEqualTo(before);
            assertThat(read(warehouse, epoch.number())).isEqualTo(2 * upTo(epoch.number()));
        }
        for (EpochTag tag : warehouse.retention().tags()) {
            assertThat(warehouse.retention().open(tag.epoch()).number()).isEqualTo(tag.epoch());
        }
        for (long number = 1; number <= newest; number++) {
            if (warehouse.epoch(number).isEmpty()) {
                long expired = number;
                assertThatThrownBy(() -> warehouse.retention().open(expired))
                        .hasMessageStartingWith("Cannot open epoch " + expired + ": it has expired; epochs ")
                        .hasMessageContaining(" to " + newest + " are kept");
            }
        }
        for (Path file : small.warehouse.files(warehouse.newestEpoch().orElseThrow(), "repairs")) {
            assertThat(Files.exists(file)).isTrue();
        }
    }

    private long upTo(long number) {
        return readUpTo.entrySet().stream()
                .filter(each -> each.getKey() <= number)
                .reduce((one, other) -> other)
                .orElseThrow()
                .getValue();
    }

    /** Records read, over the accounts of all epochs up to one. */
    private static long read(Warehouse warehouse, long epoch) {
        return warehouse.accounts(epoch).stream()
                .map(accounts -> accounts.accountsJson().replaceAll(".*\"read_records\":(\\d+).*", "$1"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static Map<String, Long> last(Map<Long, Map<String, Long>> contents) {
        return contents.entrySet().stream()
                .reduce((one, other) -> other)
                .orElseThrow()
                .getValue();
    }
}
