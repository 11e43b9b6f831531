// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsSectionTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final Report OVERVIEW = new Report(
            "overview",
            Language.of("en"),
            "",
            "",
            false,
            List.of(new Section("fails", "", List.of()), new Section("read", "", List.of())),
            List.of());

    @TempDir
    Path folder;

    @Test
    void theOverviewSaysOfWhichProductsNothingIsJudgedYet() throws IOException {
        AlertWarehouse warehouse = new AlertWarehouse(folder, AT);
        warehouse.publishDay(
                AT,
                LocalDate.of(2026, 9, 1),
                new NotYetJudged(
                        List.of(new NotYetJudged.Product(
                                "KF-200", List.of(), "new-product", "2026-07-01", "2027-01-03")),
                        0));
        Alerts alerts = Alerts.of(folder, Optional.empty());
        assertThat(AlertsSection.in(OVERVIEW, Messages.in("en"), alerts).findings())
                .contains(new Finding(
                        State.WATCH,
                        "Not yet judged by counts",
                        "New, and no predecessor, model of the line or component elsewhere to go by: KF-200 until"
                                + " 2027-01-03. Single cases of these are told all the same."));
        assertThat(AlertsSection.in(OVERVIEW, Messages.in("zh"), alerts).findings())
                .extracting(Finding::sentence)
                .contains("新产品，没有前代、同系列机型或他处同类部件可作参照：KF-200（至 2027-01-03）。其个案照常预警。");
    }

    @Test
    void theOverviewSaysWhatWasToldFirstOfEachPartAndHowMuchAsksForSomething() throws IOException {
        AlertWarehouse warehouse = new AlertWarehouse(folder, AT);
        warehouse.publish(
                AT,
                SomeChange.rate("VALVE", Change.OPENED, AT.minus(Duration.ofDays(30))),
                SomeChange.rate("VALVE", Change.CLOSED, AT),
                SomeChange.rate("PUMP", Change.OPENED, AT),
                SomeChange.of(
                        AlertKind.REPEAT_COMPLAINT, AlertScope.of("KF-72", "FAN"), Change.OPENED, AT, "serious", ""),
                SomeChange.of(AlertKind.NEW_CODE, AlertScope.NONE, Change.OPENED, AT, "minor", ""));
        warehouse.publishDay(AT, LocalDate.of(2026, 9, 1));
        Report report = AlertsSection.in(OVERVIEW, Messages.in("en"), Alerts.of(folder, Optional.empty()));
        assertThat(report.sections()).extracting(Section::key).containsExactly("fails", "alerts", "read");
        assertThat(report.findings().stream().map(Finding::sentence))
                .containsExactlyInAnyOrder(
                        "Judged by what was known on each day: 2 alerts about products, 1 of them open; 1 of single"
                                + " cases, such as a customer with the same problem again, 1 of which asks for"
                                + " something still; 1 notice of the data.",
                        "VALVE of KF-72: 36 against 16 expected.",
                        "PUMP of KF-72: 36 against 16 expected.",
                        "FAN of KF-72: 36 against 16 expected.");
        assertThat(report.findings())
                .extracting(Finding::headline)
                .anyMatch(about -> about.startsWith("First alerted on 2026-08-02;" + " over since 2026-09-01 (alert "))
                .anyMatch(about -> about.startsWith("First alerted on 2026-09-01; open"));
        assertThat(AlertsSection.in(OVERVIEW, Messages.in("zh"), Alerts.of(folder, Optional.empty()))
                        .findings()
                        .get(0)
                        .sentence())
                .isEqualTo("按每日当时所知判断：产品预警 2 条，其中 1 条未了结；个案预警 1 条（如同一客户同一问题再次出现），其中 1 条待处理；数据提示 1 条。");
    }
}
