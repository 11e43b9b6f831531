// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import io.fieldback.pipelines.detection.wording.CauseWords;
import io.fieldback.pipelines.detection.wording.Relation;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All there is to say of one alert: what is found, what was decided, on what it rests, what there was before. */
public final class AlertPage {
    /** So far back earlier alerts are shown. */
    private static final int PAST_MONTHS = 24;

    private final Session session;
    private final Messages words;
    private final PrintWriter out;
    private final AlertState state;
    private final List<Alerts.Related> past;
    private final LocalDate day;
    private final ZoneId zone;

    /** The page of an alert among others. */
    public AlertPage(Session session, Alerts alerts, AlertState state) {
        this.session = session;
        this.words = session.messages();
        this.out = session.out();
        this.state = state;
        this.past = alerts.past(state, PAST_MONTHS);
        this.day = alerts.day();
        this.zone = alerts.zone();
    }

    /** Prints it: a page for people, or its changes as rows of table {@code alerts}. */
    public void print(Format format) throws SQLException, IOException {
        if (format != Format.TABLE) {
            format.answer().write(changes(), session.out());
            return;
        }
        AlertChange finding = state.finding();
        out.println(words.text(
                "alerts.show.head",
                words.text("alerts.kind." + state.kind().code()),
                state.alertId(),
                AlertList.stage(words, state, day)));
        out.println();
        out.println(Sentences.of(words, finding));
        String cause = CauseWords.of(finding.cause(), words.language().equals("zh"));
        if (!Sentences.of(words, finding).contains(cause)) {
            out.println(words.text("alerts.show.cause", cause));
        }
        stakes(finding.figures());
        heading("history");
        new AlertHistory(state, zone).print(words, out);
        if (!finding.cases().isEmpty()) {
            heading("cases");
            finding.cases().forEach(out::println);
        }
        String evidence = finding.evidence();
        if (evidence != null) {
            heading("evidence");
            new AlertEvidence(words, out).print(evidence);
        }
        for (Relation relation : Relation.values()) {
            List<AlertState> related = past.stream()
                    .filter(each -> each.relation() == relation)
                    .map(Alerts.Related::state)
                    .toList();
            if (!related.isEmpty()) {
                heading("past." + relation.code());
                new AlertList(session, related, day).print(Format.TABLE);
            }
        }
    }

    private void heading(String name) {
        out.println();
        out.println(words.text("alerts.show." + name));
    }

    /** How much there is to see to: units of the scope that may still fail, and what the counted cases cost. */
    private void stakes(AlertFigures figures) {
        Long units = figures.unitsInField();
        Long cost = figures.costMinor();
        if (units != null && units > 0) {
            out.println(words.text("alerts.show.units", units));
        }
        if (cost != null && cost > 0) {
            out.println(words.text("alerts.show.cost", String.format(words.locale(), "%,.2f", cost / 100.0)));
        }
    }

    private Listing changes() {
        List<String> names =
                Tables.ALERTS.columns().stream().map(column -> column.name()).toList();
        Listing rows = new Listing(names, Collections.nCopies(names.size(), false));
        for (AlertChange change : state.history()) {
            @Nullable Object[] row = change.row();
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] instanceof List<?> texts ? String.join(" ", strings(texts)) : row[i];
            }
            rows.add(Arrays.asList(row));
        }
        return rows;
    }

    private static List<String> strings(List<?> texts) {
        return texts.stream().map(String::valueOf).toList();
    }
}
