// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.reports.content.Language;
import io.fieldback.reports.fixture.Events;
import io.fieldback.reports.fixture.JournalFixture;
import io.fieldback.reports.model.Database;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void randomHistoriesHold(long seed) throws SQLException {
        try (Connection connection = histories(seed).open()) {
            List<Check> checks = Verification.of(connection, JournalFixture.ZONE);
            assertThat(checks).extracting(Check::name).isEqualTo(Verification.CHECKS);
            assertThat(checks).allMatch(Check::ok);
            assertThat(VerificationReport.of(checks, Language.EN).takeaway())
                    .startsWith("All " + Verification.CHECKS.size() + " checks hold");
        }
    }

    /** Each mutant spoils one table; the check that must see it is named. */
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update failure_ledger set orders = orders + 1 where orders = 1 and known_on = (select max(known_on) from"
                        + " failure_ledger where orders = 1) | ledger-by-day",
                "delete from failure_ledger where rowid = 5 | ledger-total",
                "update failure_ledger set known_on = known_on + 1 where rowid = 3 | ledger-by-day",
                "update failure_ledger set component = 'FAN' where component = 'VALVE' | ledger-by-day",
                "insert into repairs select * from repairs where rowid = 1 | journal-contents",
                "delete from supersessions where rowid = 0 | supersessions",
                "update supersessions set superseded_on = superseded_on + 3000 where rowid = 0 | supersessions",
                "delete from standing_repairs where rowid = 0 | current-views",
                "update intake_accounts set duplicates = duplicates + 1 | accounts",
                "update intake_accounts set read_records = read_records + 1, new_contents = new_contents + 1 |"
                        + " accounts-and-journals",
                "insert into rejected_records select * from rejected_records | rejects",
                "update repairs set fault_text = 'call 13812345678 at noon' where rowid = 0 | personal-data",
                "update repairs set customer_id = '11010519491231002X' where rowid = 0 | personal-data"
            })
    void aSpoiledTableIsSeen(String mutation, String check) throws SQLException {
        try (Connection connection = histories(4).open()) {
            new Database(connection).run(mutation);
            List<Check> checks = Verification.of(connection, JournalFixture.ZONE);
            assertThat(checks)
                    .filteredOn(found -> !found.ok())
                    .extracting(Check::name)
                    .contains(check);
            assertThat(checks)
                    .filteredOn(found -> found.name().equals(check))
                    .allMatch(found -> !found.differences().isEmpty() && found.differing() > 0);
        }
    }

    @Test
    void aDifferenceNamesTheCellAndHowMuch() throws SQLException {
        JournalFixture fixture = accounted(
                new JournalFixture().with(Events.repair("R-1", "SN-1", "M", "VALVE", Events.day("2026-01-05"))));
        try (Connection connection = fixture.open()) {
            new Database(connection).run("update failure_ledger set orders = 3");
            assertThat(Verification.of(connection, JournalFixture.ZONE).get(4).differences())
                    .containsExactly("product_model=M component=VALVE symptom_code=S1 region=CN-E event_on=2026-01-05"
                            + " known_on=2026-01-05 orders_too_many=2 incidents_too_many=0 fault_lines_too_many=0"
                            + " complaints_too_many=0 quality_returns_too_many=0 cost_minor_too_much=0"
                            + " downtime_minutes_too_many=0");
        }
    }

    /** A unit sold, repaired and installed later than thought: what its ledgers hold is written here by hand. */
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 | ",
                "update cohort_ledger set age_month = 3 where age_month = 2 | cohort-ledger",
                "update cohort_ledger set first_of_unit = 0 where first_of_unit < 0 | cohort-ledger",
                "update cohort_ledger set known_on = known_on + 1 where cost_minor < 0 | cohort-ledger",
                "delete from exposure_ledger where units < 0 | exposure-ledger",
                "update exposure_ledger set region = 'north' where in_service_month = date '2026-02-01' | exposure-ledger"
            })
    void aSpoiledLedgerOfUnitsIsSeen(String mutation, @Nullable String check) throws SQLException {
        JournalFixture fixture = accounted(
                new JournalFixture()
                        .with(
                                Events.event(
                                        "{'type':'unit','id':'U','serialNo':'S','productModel':'M','region':'north',"
                                                + "'soldOn':'2026-01-05','receivedAt':'2026-01-06T10:00:00+08:00'}"),
                                Events.event("{'type':'repair','id':'R','serialNo':'S','failedOn':'2026-03-01',"
                                        + "'receivedAt':'2026-03-02T10:00:00+08:00','labourMinor':70,"
                                        + "'faults':[{'component':'VALVE'}]}"),
                                Events.event(
                                        "{'type':'installation','id':'I','serialNos':[{'serialNo':'S'}],'region':'south',"
                                                + "'completedAt':'2026-02-20T10:00:00+08:00','receivedAt':'2026-05-04T10:00:00+08:00'}")));
        exposure(fixture, "2026-01-01", "north", "2026-01-06", 1);
        exposure(fixture, "2026-01-01", "north", "2026-05-04", -1);
        exposure(fixture, "2026-02-01", "south", "2026-05-04", 1);
        cohort(fixture, "2026-01-01", 2, "2026-03-02", 1);
        cohort(fixture, "2026-01-01", 2, "2026-05-04", -1);
        cohort(fixture, "2026-02-01", 1, "2026-05-04", 1);
        try (Connection connection = fixture.open()) {
            new Database(connection).run(mutation);
            assertThat(Verification.of(connection, JournalFixture.ZONE))
                    .filteredOn(found -> !found.ok())
                    .extracting(Check::name)
                    .isEqualTo(check == null ? List.of() : List.of(check));
        }
    }

    private static void exposure(JournalFixture fixture, String inService, String region, String known, long units) {
        Map<String, Object> row = new HashMap<>();
        row.put("product_model", "M");
        row.put("in_service_month", inService);
        row.put("region", region);
        row.put("known_on", known);
        row.put("units", units);
        fixture.row(Tables.EXPOSURE_LEDGER, row);
    }

    private static void cohort(JournalFixture fixture, String inService, long age, String known, long sign) {
        Map<String, Object> row = new HashMap<>();
        row.put("product_model", "M");
        row.put("component", "VALVE");
        row.put("in_service_month", inService);
        row.put("age_month", age);
        row.put("recorded", true);
        row.put("known_on", known);
        Tables.measures("cohort_ledger").forEach(measure -> row.put(measure, sign));
        row.put("cost_minor", 70 * sign);
        fixture.row(Tables.COHORT_LEDGER, row);
    }

    /** Cases with up to four contents, out of order, withdrawn, deleted; several lines and costs. */
    private static JournalFixture histories(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        JournalFixture fixture = new JournalFixture();
        for (int i = 0; i < 60; i++) {
            List<Event> contents = new ArrayList<>();
            int versions = 1 + random.nextInt(4);
            for (int version = 0; version < versions; version++) {
                contents.add(content(random, i));
            }
            contents.forEach(fixture::with);
            if (random.nextInt(8) == 0) {
                fixture.deleted(contents.get(0), LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60)));
            }
        }
        return accounted(fixture.withSupersessions());
    }

    private static JournalFixture accounted(JournalFixture fixture) {
        int contents = fixture.versions().size();
        fixture.row(
                Tables.INTAKE_ACCOUNTS,
                Map.of(
                        "source",
                        "test",
                        "seen_in",
                        "fixture",
                        "epoch",
                        1,
                        "lineage",
                        "L",
                        "read_records",
                        contents + 3,
                        "new_contents",
                        contents,
                        "duplicates",
                        2,
                        "rejected",
                        1));
        return fixture.row(
                Tables.REJECTED_RECORDS,
                Map.of(
                        "hash",
                        "aa",
                        "reason",
                        "E_TIME_INVALID",
                        "seen_in",
                        "fixture",
                        "seen_at",
                        7,
                        "known_on",
                        "2026-01-01",
                        "original_length",
                        12,
                        "program_version",
                        "test"));
    }

    private static Event content(SplittableRandom random, int number) {
        String known = "2026-0" + (1 + random.nextInt(3)) + "-" + (10 + random.nextInt(18));
        String day = "2025-12-" + (10 + random.nextInt(18));
        String shared = "'receivedAt':'" + known + "T10:00:00+08:00'"
                + (random.nextBoolean()
                        ? ",'recordedAt':'2026-01-" + (10 + random.nextInt(18)) + "T10:00:00+08:00'"
                        : "")
                + (random.nextInt(3) == 0 ? ",'revision':" + random.nextInt(3) : "")
                + (random.nextInt(6) == 0 ? ",'voided':true" : "") + ",'productModel':'M"
                + random.nextInt(2) + "','region':'R" + random.nextInt(2) + "'";
        String component = random.nextBoolean() ? "VALVE" : "FAN";
        return switch (number % 3) {
            case 0 ->
                Events.event("{'type':'repair','id':'R-" + number + "'," + shared + ",'failedOn':'" + day
                        + "','serviceKind':'" + (random.nextInt(4) == 0 ? "maintenance" : "failure")
                        + "','labourMinor':100,'travelMinor':30,'downtimeMinutes':45,'faults':["
                        + (random.nextInt(5) == 0
                                ? ""
                                : "{'component':'" + component
                                        + "','symptomCode':'S1','labourMinor':7,'parts':[{'partNo':"
                                        + "'P','costMinor':" + random.nextInt(50) + "},{'partNo':'Q','costMinor':5}]},"
                                        + "{'component':'FAN','causeCode':'K'}")
                        + "]}");
            case 1 ->
                Events.event("{'type':'complaint','id':'C-" + number + "'," + shared + ",'complainedAt':'" + day
                        + "T10:00:00+08:00','component':'" + component + "','customerId':'K" + random.nextInt(5)
                        + "'}");
            default ->
                Events.event("{'type':'return','id':'T-" + number + "'," + shared + ",'requestedAt':'" + day
                        + "T10:00:00+08:00','reasonClass':'" + (random.nextBoolean() ? "quality" : "overstock")
                        + "','kind':'return','component':'" + component + "','creditMinor':900}");
        };
    }
}
