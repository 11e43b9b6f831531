// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.Run;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands show of alerts. */
class AlertsCommandTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final AlertChange PUMP = SomeChange.rate("PUMP", Change.OPENED, AT);

    @TempDir
    static Path home;

    private static Path warehouse = Path.of("");

    @BeforeAll
    static void publish() throws IOException {
        warehouse = home.resolve("warehouse");
        AlertWarehouse alerts = new AlertWarehouse(warehouse, AT);
        alerts.publish(
                AT,
                PUMP,
                SomeChange.rate("VALVE", Change.OPENED, AT.minusSeconds(86_400 * 30)),
                SomeChange.rate("VALVE", Change.CLOSED, AT));
        alerts.publish(
                AT.plusSeconds(60),
                SomeChange.rate("PUMP", Change.ACKNOWLEDGED, AT.plusSeconds(86_400)),
                SomeChange.safety("R-9", AT.plusSeconds(30)));
    }

    private static Run run(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "alerts";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--warehouse";
        all[arguments.length + 2] = warehouse;
        return Run.of(home, all);
    }

    @Test
    void whatIsOpenIsListedInWords() {
        Run list = run("list", "--lang", "en");
        assertThat(list.err()).isEqualTo("1 is over or settled: --all lists it too.\n");
        assertThat(list.out().lines()).hasSize(4);
        assertThat(list.out()).contains("PUMP", "12,345", "16.3", "acknowledged", "zhang.qe", "safety");
        assertThat(list.out()).doesNotContain("VALVE");
        assertThat(run("list", "--lang", "zh").out()).contains("故障突增", "已接收", "预期");
    }

    @Test
    void filtersChoose() {
        assertThat(run("list", "--family", "rule").out()).contains("R-9").doesNotContain("PUMP");
        assertThat(run("list", "--family", "quality,rule").out()).contains("R-9", "PUMP");
        assertThat(run("list", "--family", "notice,rule").out()).contains("R-9").doesNotContain("PUMP");
        assertThat(run("list", "--kind", "rate", "--all").out())
                .contains("PUMP", "VALVE")
                .doesNotContain("R-9");
        assertThat(run("list", "--state", "closed").out()).contains("VALVE").doesNotContain("PUMP");
        assertThat(run("list", "--all", "--since", "2026-09-02", "--format", "csv")
                        .out())
                .contains("PUMP")
                .doesNotContain("R-9", "VALVE");
        Run none = run("list", "--product", "no-such", "--lang", "en");
        assertThat(none.exit()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).isEqualTo("There is no such alert.\n");
        assertThat(run("list", "--kind", "noise").err())
                .isEqualTo("Cannot read an alert of kind noise: there is none\n");
    }

    @Test
    void productAndSafetyComeBeforeSingleCasesBeforeTheDataAndTheNewestFirst(@TempDir Path other) throws IOException {
        AlertWarehouse alerts = new AlertWarehouse(other, AT);
        alerts.publish(
                AT,
                some(AlertKind.NEW_CODE, "CODE", AT),
                some(AlertKind.NEW_CODE, "OLD-CODE", AT.minus(Duration.ofDays(31))),
                some(AlertKind.REPEAT_COMPLAINT, "AGAIN", AT.minus(Duration.ofDays(2))),
                some(AlertKind.REPEAT_COMPLAINT, "AGAIN-NOW", AT),
                some(AlertKind.RATE, "PUMP", AT.minus(Duration.ofDays(300))),
                SomeChange.safety("R-9", AT.minus(Duration.ofDays(200))));
        alerts.publishDay(AT, LocalDate.of(2026, 9, 1));

        Run list = Run.of(home, "alerts", "list", "--warehouse", other, "--lang", "en");
        assertThat(list.out().lines().skip(2).map(line -> line.substring(0, 8)))
                .containsExactly(
                        id(SomeChange.safety("R-9", AT)),
                        id(some(AlertKind.RATE, "PUMP", AT)),
                        id(some(AlertKind.REPEAT_COMPLAINT, "AGAIN-NOW", AT)),
                        id(some(AlertKind.REPEAT_COMPLAINT, "AGAIN", AT)),
                        id(some(AlertKind.NEW_CODE, "CODE", AT)));
        assertThat(list.err()).isEqualTo("1 is over or settled: --all lists it too.\n");
        Run few = Run.of(home, "alerts", "list", "--warehouse", other, "--limit", "2", "--lang", "en");
        assertThat(few.out().lines()).hasSize(4);
        assertThat(few.err()).isEqualTo("3 more: --limit 5 shows them.\n1 is over or settled: --all lists it too.\n");
        assertThat(Run.of(home, "alerts", "list", "--warehouse", other, "--state", "ended")
                        .out())
                .contains(id(some(AlertKind.NEW_CODE, "OLD-CODE", AT)));
        assertThat(Run.of(home, "alerts", "list", "--warehouse", other, "--limit", "0")
                        .err())
                .isEqualTo("Cannot list 0 alerts: a limit is 1 or more\n");
    }

    private static AlertChange some(AlertKind kind, String component, Instant at) {
        return SomeChange.of(kind, AlertScope.of("KF-72", component), Change.OPENED, at, "serious", "");
    }

    private static String id(AlertChange change) {
        return change.alertId().substring(0, 8);
    }

    @Test
    void programsGetAllOfItUnrounded() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(run("list", "--all", "--format", "json").out());
        assertThat(rows).hasSize(3);
        JsonNode pump = row(rows, PUMP.alertId());
        assertThat(pump.path("expected").asDouble()).isEqualTo(16.25);
        assertThat(pump.path("state").asText()).isEqualTo("acknowledged");
        assertThat(pump.path("cause").asText()).isEqualTo("lot=S104-2503C");
        assertThat(run("list", "--format", "csv").out()).startsWith("alert_id,kind,family,severity");
    }

    @Test
    void anAlertIsShownWithItsHistoryAndEvidence() {
        Run show = run("show", PUMP.alertId().substring(0, 8), "--lang", "en");
        assertThat(show.err()).isEmpty();
        assertThat(show.out())
                .contains("rate alert " + PUMP.alertId() + ": acknowledged")
                .contains("PUMP of KF-72: 36 against 16 expected.")
                .contains("Bound to lot S104-2503C.")
                .contains("select count(*)\nfrom repairs")
                .contains("Units of this kind still in the field: 12,345.\nCost of the cases counted: 999.00.\n")
                .contains("2026-09-03 00:00  acknowledged  zhang.qe");
        assertThat(run("show", PUMP.alertId(), "--format", "json").out()).contains("\"change_id\"", "\"evidence\"");
        assertThat(run("show", "zz").err()).isEqualTo("Cannot find alert zz in " + warehouse + ": there is none\n");
        assertThat(run("show", "").err()).endsWith(": 3 ids begin so\n");
    }

    @Test
    void whatAnAlertCountedIsWrittenAsParquetIfItSaysHow(@TempDir Path other) throws IOException {
        Path slice = other.resolve("slice.parquet");
        assertThat(run("show", PUMP.alertId(), "--slice", slice).err())
                .isEqualTo("Cannot write what alert " + PUMP.alertId()
                        + " counted: its evidence has no SQL over watched_cases\n");
        assertThat(slice).doesNotExist();
        AlertWarehouse alerts = new AlertWarehouse(other.resolve("warehouse"), AT);
        AlertChange counted = SomeChange.with(
                PUMP, "{\"sql\":\"select coalesce(sum(cases), 0) as observed from watched_cases where recorded\"}");
        alerts.publish(AT, counted);
        Run show = Run.of(
                home, "alerts", "show", PUMP.alertId(), "--slice", slice, "--warehouse", other.resolve("warehouse"));
        assertThat(show.exit()).as(show.err()).isZero();
        assertThat(Files.readString(slice, StandardCharsets.ISO_8859_1)).startsWith("PAR1");
    }

    @Test
    void anEarlierDayKnowsLess() {
        assertThat(run("list", "--as-of", "2026-08-15", "--lang", "en").out())
                .contains("VALVE", "open")
                .doesNotContain("PUMP");
    }

    private static JsonNode row(JsonNode rows, String alertId) {
        for (JsonNode row : rows) {
            if (row.path("alert_id").asText().equals(alertId)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + alertId);
    }
}
