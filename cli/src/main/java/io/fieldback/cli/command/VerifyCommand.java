// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.job.WarehouseOption;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.watch.CaseRulesFile;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.render.TerminalReport;
import io.fieldback.reports.verify.CaseRules;
import io.fieldback.reports.verify.Check;
import io.fieldback.reports.verify.Verification;
import io.fieldback.reports.verify.VerificationReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fieldback verify}: the tables of a warehouse proved against each other. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    private static final int WIDTH = 120;

    private final Session session;

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    /** A command in its surroundings. */
    public VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Warehouse opened = warehouse.open();
        RuleSettings set = CaseRulesFile.of(warehouse.folder());
        CaseRules rules = new CaseRules(
                set.fingerprint(), set.repeatDays(), set.intermediaryUnits(), set.placeholders(), set.symptomGroups());
        List<Check> checks;
        try (Connection views = warehouse.views(opened)) {
            checks = Verification.of(views, opened.settings().zone(), rules);
            tellOthers(views, rules);
        }
        Report report =
                VerificationReport.of(checks, Language.of(session.messages().language()));
        session.out().print(TerminalReport.render(report, WIDTH));
        return checks.stream().allMatch(Check::ok) ? Exits.OK : Exits.CHECK_FAILED;
    }

    /** Says so where repeats cannot be recounted, because the rules have changed since. */
    private void tellOthers(Connection views, CaseRules rules) throws SQLException {
        try (Statement statement = views.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from alerts where kind = 'repeat-complaint'"
                        + " and answers is null and rules <> '" + rules.fingerprint() + "'")) {
            row.next();
            if (row.getLong(1) > 0) {
                session.tell("verify.other-rules", row.getLong(1));
            }
        }
    }
}
