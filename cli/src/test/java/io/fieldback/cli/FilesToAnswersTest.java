// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in, answers out, by the commands as a user gives them. */
class FilesToAnswersTest {
    private static final List<String> EVENTS = List.of(
            "{\"type\":\"repair\",\"id\":\"R-1\",\"source\":\"erp\",\"receivedAt\":\"2026-01-06T10:00:00+08:00\","
                    + "\"failedOn\":\"2026-01-05\",\"serviceKind\":\"failure\",\"productModel\":\"KF-72\",\"goLiveOn\":\"2026-01-01\","
                    + "\"faults\":[{\"component\":\"水泵\"}]}",
            "{\"type\":\"repair\",\"id\":\"R-1\",\"source\":\"erp\",\"receivedAt\":\"2026-02-07T10:00:00+08:00\","
                    + "\"failedOn\":\"2026-01-05\",\"serviceKind\":\"failure\",\"productModel\":\"KF-72\",\"goLiveOn\":\"2026-01-01\","
                    + "\"faults\":[{\"component\":\"风机\"}]}",
            "{\"type\":\"repair\",\"id\":\"R-1\",\"source\":\"erp\",\"receivedAt\":\"2026-02-08T10:00:00+08:00\","
                    + "\"failedOn\":\"2026-01-05\",\"serviceKind\":\"failure\",\"productModel\":\"KF-72\",\"goLiveOn\":\"2026-01-01\","
                    + "\"faults\":[{\"component\":\"风机\"}]}",
            "{\"type\":\"repair\",\"source\":\"erp\"}");

    @TempDir
    Path folder;

    private Path home;
    private Path events;
    private Path warehouse;

    @BeforeEach
    void writeEvents() throws IOException {
        home = folder.resolve("home");
        warehouse = folder.resolve("warehouse");
        events = Files.write(folder.resolve("事件.ndjson"), EVENTS);
    }

    @Test
    void everyRecordIsAccountedForOnceAndTheFileIsReadOnce() {
        Run first = Run.of(home, "ingest", "--events", events, "--warehouse", warehouse, "--lang", "en");
        assertThat(first.err()).contains("1 record was refused");
        assertThat(first.exit()).isZero();
        assertThat(first.out().lines().filter(line -> line.startsWith("total")).map(line -> line.split(" +")))
                .singleElement()
                .satisfies(line -> assertThat(List.of(line).subList(1, 5)).containsExactly("4", "2", "1", "1"));

        Run again = Run.of(home, "ingest", "--events", events, "--warehouse", warehouse, "--lang", "en");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains(events + " was read to its end before: skipped.");

        Run now = query("select faults[1].component c from repairs_current");
        assertThat(now.out()).isEqualTo("c\r\n风机\r\n");
        Run before = query("select faults[1].component c from repairs_current", "--as-of", "2026-01-31");
        assertThat(before.out()).isEqualTo("c\r\n水泵\r\n");
        Run tooEarly = query("select 1", "--as-of", "2025-12-31");
        assertThat(tooEarly.exit()).isEqualTo(1);
        assertThat(tooEarly.err())
                .startsWith(
                        "Cannot show what was known on 2025-12-31: source erp reports as things happen since 2026-01-01");
        assertThat(query("select count(*) n from units_current").exit()).isZero();

        Run report = Run.of(home, "report", "rates", "--warehouse", warehouse, "--lang", "en");
        assertThat(report.exit()).isZero();
        assertThat(report.out()).contains("Cannot show");

        Run verify = Run.of(home, "verify", "--warehouse", warehouse);
        assertThat(verify.out()).contains("ledger-by-day");
        assertThat(verify.exit()).isZero();
        upkeepKeepsTheAnswers();
    }

    private void upkeepKeepsTheAnswers() {
        String question = "select id, known_on, faults[1].component c from repairs order by all";
        Run before = query(question);
        Run compact = Run.of(home, "compact", "--warehouse", warehouse, "--lang", "en");
        assertThat(compact.err()).isEmpty();
        assertThat(compact.exit()).isZero();
        assertThat(compact.out()).contains("0 epochs expired; 0 files deleted");
        assertThat(query(question).out()).isEqualTo(before.out());
        assertThat(Run.of(home, "verify", "--warehouse", warehouse).exit()).isZero();
        Run status = Run.of(home, "lake", "status", "--warehouse", warehouse, "--lang", "en");
        assertThat(status.exit()).isZero();
        assertThat(status.out()).contains("repairs", "事件.ndjson", "epochs are kept", "Left over: 0 files");
        assertThat(Run.of(home, "lake", "status", "--warehouse", warehouse, "--format", "json")
                        .out())
                .contains("\"orphans_to_delete\"", "\"next\" : 4", "\"finished\" : true");
        assertThat(Run.of(home, "lake", "status", "--warehouse", warehouse, "--format", "csv")
                        .out())
                .contains("table,files,bytes", "repairs,1,");
        assertThat(Run.of(home, "lake").exit()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsNamedInOneSentence() {
        Run run = Run.of(home, "ingest", "--events", folder.resolve("none.ndjson"), "--warehouse", warehouse);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Cannot read events " + folder.resolve("none.ndjson"));
    }

    @Test
    void anotherKeyIsRefused() {
        assertThat(Run.of(home, "ingest", "--events", events, "--warehouse", warehouse)
                        .exit())
                .isZero();
        Run run = Run.of(folder.resolve("elsewhere"), "ingest", "--events", events, "--warehouse", warehouse);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("it was made with another key");
    }

    @Test
    void otherRulesAreRefusedUntilTheLedgersAreRebuiltAndAnotherZoneAlways() throws Exception {
        assertThat(ingest().exit()).isZero();
        try (Connection catalog = DriverManager.getConnection("jdbc:sqlite:" + warehouse.resolve("catalog.db"));
                Statement statement = catalog.createStatement()) {
            statement.executeUpdate(
                    "update fieldback_settings set value = 'failure-ledger-0' where name = 'rules_version'");
        }
        Run refused = ingest();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo("Cannot write warehouse " + warehouse + ": its ledgers were made by rules failure-ledger-0,"
                        + " this program has ledgers-2; run fieldback rebuild-ledgers --warehouse " + warehouse
                        + "\n");
        Run rebuilt = Run.of(home, "rebuild-ledgers", "--warehouse", warehouse, "--lang", "en");
        assertThat(rebuilt.out())
                .startsWith("Ledgers of " + warehouse + " follow rules ledgers-2 now (before: failure-ledger-0):"
                        + " 2 contents gave ");
        assertThat(Run.of(home, "verify", "--warehouse", warehouse).exit()).isZero();
        assertThat(query("select sum(orders) o from failure_ledger", "--as-of", "2026-01-31")
                        .out())
                .isEqualTo("o\r\n1\r\n");
        assertThat(ingest().exit()).isZero();
        Run zone = ingest("--zone", "Europe/Berlin");
        assertThat(zone.exit()).isEqualTo(1);
        assertThat(zone.err()).contains("it takes its days in zone Asia/Shanghai, not Europe/Berlin; leave out --zone");
    }

    private Run ingest(String... options) {
        List<Object> words = new ArrayList<>(List.of("ingest", "--events", events, "--warehouse", warehouse));
        words.addAll(List.of(options));
        return Run.of(home, words.toArray());
    }

    private Run query(String sql, String... options) {
        String[] words = new String[options.length + 6];
        System.arraycopy(
                new String[] {"query", "--warehouse", warehouse.toString(), "--format", "csv", sql}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        return Run.of(home, (Object[]) words);
    }
}
