// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.wholejob;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.reports.Reports;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.model.Models;
import io.fieldback.reports.render.CsvReport;
import io.fieldback.reports.render.TerminalReport;
import io.fieldback.reports.verify.Check;
import io.fieldback.reports.verify.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was known on a day stays what was known on that day. */
class AsKnownIT {
    private static final LocalDate CUT_OFF = LocalDate.of(2026, 3, 31);
    private static final ReportContext NOW = ReportContext.of(WarehouseRun.ZONE, Language.EN);

    private static final String EXPOSURE = "select product_model, production_month, in_service_month, shipped_month,"
            + " withdrawn_month, region, cast(sum(units) as bigint) as n from exposure_ledger group by all having n <> 0";
    private static final String MODEL_EXPOSURE = "select product_model, production_month,"
            + " case when in_service_exact then cast(date_trunc('month', in_service_on) as date) end as in_service_month,"
            + " cast(date_trunc('month', shipped_on) as date) as shipped_month,"
            + " cast(date_trunc('month', withdrawn_on) as date) as withdrawn_month, region,"
            + " count(*) as n from units where recorded group by all";
    private static final String FAILURES = "select product_model, component, production_month, in_service_month,"
            + " age_month, recorded, cast(sum(failures) as bigint) as n"
            + " from cohort_ledger group by all having n <> 0";
    private static final String MODEL_FAILURES = "with aged as (select coalesce(units.product_model,"
            + " failures.product_model) as product_model, failures.component, units.production_month,"
            + " case when in_service_exact then cast(date_trunc('month', in_service_on) as date) end as in_service_month,"
            + " case when not in_service_exact then null when event_on < in_service_on then 0"
            + " else datesub('month', in_service_on, event_on) + 1 end as age_month, units.recorded,"
            + " serial_no, event_on from failures inner join units using (serial_no)),"
            + " select * exclude (serial_no, event_on), count(*) as n from aged group by all";

    @TempDir
    Path folder;

    @Test
    void whatComesLateChangesNoEarlierKnowledgeAndIsItemised() throws Exception {
        WarehouseRun run = new WarehouseRun(folder).write(before(), 2);
        String ageThen;
        try (Connection then = run.open(Optional.of(CUT_OFF))) {
            ageThen = ages(then);
            assertThat(ageThen).isEqualTo("R-1 age 3");
            assertVerified(then, run);
        }
        run.write(after(), 2);
        try (Connection then = run.open(Optional.of(CUT_OFF));
                Connection now = run.open(Optional.empty())) {
            assertThat(ages(then)).isEqualTo(ageThen);
            assertThat(count(then, "failure_ledger", "sum(orders)")).isEqualTo(1);
            assertThat(ages(now)).isEqualTo("R-1 age 1, R-2 age 2");
            assertThat(count(now, "failure_ledger", "sum(orders)")).isEqualTo(2);
            String itemised = CsvReport.render(Reports.run("restatement", now, NOW.knownOn(CUT_OFF)));
            assertThat(itemised).contains("repair,late,1").contains("installation,late,1");
            assertVerified(now, run);
        }
    }

    /** The ledgers of units, made in the stream, against the models of the reports, made from the journals. */
    @Test
    void onEachDayUnitsAreThoseOfTheModels() throws Exception {
        WarehouseRun run = new WarehouseRun(folder).write(RandomCases.of(78, 400), 2);
        for (int day = 2; day <= RandomCases.DAYS; day += 6) {
            try (Connection then = run.open(Optional.of(RandomCases.START.plusDays(day)))) {
                Models.load(then, NOW);
                assertThat(LogicalContent.digest(then, EXPOSURE))
                        .as("day %d", day)
                        .isEqualTo(LogicalContent.digest(then, MODEL_EXPOSURE));
                assertThat(LogicalContent.digest(then, FAILURES))
                        .as("day %d", day)
                        .isEqualTo(LogicalContent.digest(then, MODEL_FAILURES));
            }
        }
    }

    @Test
    void randomHistoriesVerify() throws Exception {
        WarehouseRun run = new WarehouseRun(folder).write(RandomCases.of(77, 400), 2);
        try (Connection now = run.open(Optional.empty())) {
            assertVerified(now, run);
            assertThat(TerminalReport.render(Reports.run("pareto", now, NOW), 100))
                    .contains("valve");
        }
    }

    /** Shipped in January, failed in March, its installation not yet known. */
    private static List<RawRecord> before() {
        return List.of(
                record(
                        0,
                        "shipment",
                        "S-1",
                        "\"serialNo\":\"U1\",\"productModel\":\"M\",\"shippedOn\":\"2026-01-02\"",
                        "2026-01-02"),
                record(
                        1,
                        "repair",
                        "R-1",
                        "\"serialNo\":\"U1\",\"productModel\":\"M\",\"failedOn\":\"2026-03-05\",\"faults\":[{\"component\":\"valve\"}]",
                        "2026-03-06"));
    }

    /** The installation 60 days after the repair, and a repair that was recorded in time and received late. */
    private static List<RawRecord> after() {
        List<RawRecord> records = new ArrayList<>();
        records.add(record(
                2,
                "installation",
                "I-1",
                "\"serialNos\":[{\"serialNo\":\"U1\"}],\"productModel\":\"M\",\"completedAt\":\"2026-02-20T10:00:00+08:00\"",
                "2026-05-04"));
        records.add(record(
                3,
                "repair",
                "R-2",
                "\"serialNo\":\"U1\",\"productModel\":\"M\",\"failedOn\":\"2026-03-25\",\"recordedAt\":\"2026-03-26T10:00:00+08:00\",\"faults\":[{\"component\":\"valve\"}]",
                "2026-05-05"));
        return records;
    }

    private static RawRecord record(int position, String type, String id, String fields, String received) {
        String json = "{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"source\":\"erp\",\"receivedAt\":\"" + received
                + "T09:00:00+08:00\"," + fields + "}";
        return new RawRecord(
                "fieldback." + type + ".v1", 0, position, -1, type, id, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String ages(Connection connection) throws Exception {
        Models.load(connection, NOW);
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select string_agg(id || ' age ' || age_month, ', ' order by id)"
                                + " from unit_failures where type = 'repair'")) {
            result.next();
            return result.getString(1);
        }
    }

    private static long count(Connection connection, String table, String measure) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + measure + " from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void assertVerified(Connection connection, WarehouseRun run) {
        List<Check> checks = Verification.of(connection, WarehouseRun.ZONE);
        assertThat(checks).isNotEmpty().as(run.toString()).allMatch(Check::ok);
    }
}
