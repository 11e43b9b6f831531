// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import static io.fieldback.lake.TestWarehouse.NOON;
import static io.fieldback.lake.TestWarehouse.commit;
import static io.fieldback.lake.TestWarehouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.lake.TestWarehouse;
import io.fieldback.lake.parquet.WrittenFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the place of others, beside a job that goes on. */
class ReplacementTest {
    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Generation generation;
    private Epoch written;

    @BeforeEach
    void twoFilesOfTwoTables() {
        warehouse = TestWarehouse.at(folder);
        generation = warehouse.takeGeneration("test", NOON);
        commit(warehouse, generation, 1, repair("R-1"), complaint("C-1"));
        written = commit(warehouse, generation, 2, repair("R-2"), complaint("C-2"));
    }

    @Test
    void filesOfSeveralTablesAreReplacedInOneEpoch() {
        WrittenFile repairs = file(warehouse, "repairs", Map.of("id", "R-1"), Map.of("id", "R-2"));
        Epoch epoch = warehouse.replace(upkeep(removed("repairs", "complaints"), repairs, complaint("C-12")));
        assertThat(epoch.number()).isEqualTo(3);
        assertThat(epoch.kind()).isEqualTo(EpochKind.UPKEEP);
        assertThat(epoch.positionsJson()).isEqualTo(written.positionsJson());
        assertThat(epoch.accountsJson()).isEqualTo("[]");
        assertThat(epoch.generation()).isEqualTo(written.generation());
        assertThat(paths(epoch, "repairs")).containsExactly(repairs.path());
        assertThat(paths(epoch, "complaints")).hasSize(1);
        assertThat(paths(written, "repairs")).hasSize(2).doesNotContain(repairs.path());
        assertThat(Warehouse.open(folder).newestEpoch()).contains(epoch);
        assertThat(Warehouse.open(folder).newestWritten()).contains(written);
    }

    @Test
    void anEpochThatCameMeanwhileIsKept() {
        List<String> removed = removed("repairs");
        commit(warehouse, generation, 3, repair("R-3"));
        Epoch epoch = warehouse.replace(upkeep(removed, repair("R-12")));
        assertThat(paths(epoch, "repairs")).hasSize(2).doesNotContainAnyElementsOf(removed);
        Epoch next = commit(warehouse, generation, 4, repair("R-4"));
        assertThat(next.number()).isEqualTo(5);
        assertThat(paths(next, "repairs")).hasSize(3);
    }

    @Test
    void aFileThatSomebodyReplacedFirstIsNotReplacedAgain() {
        List<String> removed = removed("repairs");
        warehouse.replace(upkeep(removed, repair("R-12")));
        assertThatThrownBy(() -> warehouse.replace(upkeep(removed, repair("R-12"))))
                .isInstanceOf(StaleReplacementException.class)
                .hasMessageStartingWith("Cannot replace files: file " + folder)
                .hasMessageEndingWith("is no longer one of repairs");
        assertThat(warehouse.epochs()).hasSize(3);
    }

    @Test
    void aReplacementWhoseAnswerWasLostIsNotMadeTwice() {
        Replacement replacement = upkeep(removed("repairs"), repair("R-12"));
        Epoch epoch = warehouse.replace(replacement);
        assertThat(Warehouse.open(folder).replace(replacement)).isEqualTo(epoch);
        assertThat(warehouse.epochs()).hasSize(3);
    }

    @Test
    void otherRulesNeedTheRightToWriteAndTheEpochTheyWereMadeFrom() {
        List<String> removed = removed("complaints");
        Epoch upkeep = warehouse.replace(upkeep(removed("repairs"), repair("R-12")));
        assertThatThrownBy(() -> warehouse.replace(rules(written, removed)))
                .hasMessage("Cannot replace files: they were made from epoch 2 and the newest is epoch 3");
        Epoch rules = warehouse.replace(rules(upkeep, removed));
        assertThat(rules.kind()).isEqualTo(EpochKind.RULES);
        assertThat(rules.rulesVersion()).isEqualTo("rules-2");
        assertThat(warehouse.settings().rulesVersion()).isEqualTo("rules-2");
        assertThat(Warehouse.open(folder).settings().rulesVersion()).isEqualTo("rules-2");
        assertThat(warehouse.newestWritten()).contains(rules);
        assertThat(paths(rules, "complaints")).isEmpty();
        assertThat(paths(upkeep, "complaints")).hasSize(2);
        warehouse.takeGeneration("another", NOON);
        assertThatThrownBy(() -> warehouse.replace(rules(rules, List.of())))
                .hasMessage("Cannot publish epoch: another took over at " + NOON);
    }

    @Test
    void whatFollowsFromTheTablesIsAddedByTheOwnerAloneAndNoStateIsComparedWithIt() {
        Epoch watch = warehouse.replace(Replacement.watch(generation, List.of(look("a")), "test", NOON));
        assertThat(watch.kind()).isEqualTo(EpochKind.WATCH);
        assertThat(watch.positionsJson()).isEqualTo(written.positionsJson());
        assertThat(warehouse.newestWritten()).contains(written);
        Epoch next = commit(warehouse, generation, 3, repair("R-3"));
        assertThat(paths(next, "watch_ticks")).hasSize(1);
        Epoch second = warehouse.replace(Replacement.watch(generation, List.of(look("b")), "test", NOON));
        assertThat(paths(second, "watch_ticks")).hasSize(2);
        assertThat(paths(second, "repairs")).hasSize(3);
        warehouse.takeGeneration("another", NOON);
        assertThatThrownBy(() -> warehouse.replace(Replacement.watch(generation, List.of(look("c")), "test", NOON)))
                .hasMessage("Cannot publish epoch: another took over at " + NOON);
    }

    @Test
    void aDraftWithoutNewsAfterALookIsNoEpoch() {
        warehouse.replace(Replacement.watch(generation, List.of(look("a")), "test", NOON));
        EpochDraft same = new EpochDraft(
                generation, "lineage-1", 3, List.of(), written.positionsJson(), "[]", "test", NOON.plusSeconds(9));
        assertThat(warehouse.commit(same)).isEqualTo(written);
        assertThat(warehouse.epochs()).hasSize(3);
    }

    @Test
    void aDraftWithoutNewsAfterUpkeepIsNoEpoch() {
        warehouse.replace(upkeep(removed("repairs"), repair("R-12")));
        EpochDraft same = new EpochDraft(
                generation, "lineage-1", 3, List.of(), written.positionsJson(), "[]", "test", NOON.plusSeconds(9));
        assertThat(warehouse.commit(same)).isEqualTo(written);
        assertThat(warehouse.epochs()).hasSize(3);
    }

    @Test
    void aCatalogOfAnOlderProgramIsReadAndBroughtUp() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE fieldback_epochs DROP COLUMN kind");
        }
        assertThat(Warehouse.open(folder).epochs())
                .extracting(Epoch::kind)
                .containsExactly(EpochKind.WRITTEN, EpochKind.WRITTEN);
        assertThat(Warehouse.open(folder).newestWritten()).contains(written);
        Warehouse again = TestWarehouse.at(folder);
        assertThat(again.newestWritten()).contains(written);
        Epoch epoch = again.replace(upkeep(removed("repairs"), repair("R-12")));
        assertThat(again.newestEpoch()).contains(epoch);
    }

    private List<String> removed(String... tables) {
        return Stream.of(tables)
                .flatMap(table -> paths(warehouse.newestEpoch().orElseThrow(), table).stream())
                .toList();
    }

    private List<String> paths(Epoch epoch, String table) {
        return warehouse.files(epoch, table).stream().map(warehouse::relative).toList();
    }

    private Replacement upkeep(List<String> removed, WrittenFile... added) {
        return Replacement.upkeep(removed, List.of(added), "test", NOON);
    }

    private Replacement rules(Epoch basedOn, List<String> removed) {
        return Replacement.rules(generation, basedOn, "rules-2", removed, List.of(), "test", NOON);
    }

    private WrittenFile look(String id) {
        return file(
                warehouse,
                "watch_ticks",
                Map.of(
                        "known_on",
                        LocalDate.parse("2026-01-01"),
                        "series",
                        1L,
                        "judged",
                        1L,
                        "open_alerts",
                        0L,
                        "standing",
                        id,
                        "rules",
                        "r"));
    }

    private WrittenFile repair(String id) {
        return file(warehouse, "repairs", Map.of("id", id));
    }

    private WrittenFile complaint(String id) {
        return file(warehouse, "complaints", Map.of("id", id));
    }
}
