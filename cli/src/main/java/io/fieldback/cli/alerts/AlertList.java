// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.query.Rows;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A list of alerts: few columns in words for people, all of them as they are for programs. */
public final class AlertList {
    /** So much of an id is shown to people; it is enough to name an alert. */
    public static final int SHORT = 8;

    private static final List<String> SHOWN = List.of(
            "id", "kind", "severity", "about", "since", "observed", "expected", "ratio", "units", "state", "who");
    private static final List<Boolean> SHOWN_FIGURES =
            List.of(false, false, false, false, false, true, true, true, true, false, false);

    private static final List<String> ALL = List.of(
            "alert_id",
            "kind",
            "family",
            "severity",
            "product_model",
            "component",
            "symptom_code",
            "cause_code",
            "region",
            "site_id",
            "source",
            "opened_on",
            "changed_at",
            "level",
            "observed",
            "expected",
            "ratio",
            "ratio_low",
            "ratio_high",
            "q",
            "units_in_field",
            "cost_minor",
            "rank",
            "cause",
            "state",
            "escalated",
            "decided_by",
            "verdict",
            "linked_id",
            "sentence");

    private final Session session;
    private final List<AlertState> states;
    private final LocalDate day;

    /** These alerts, in this order, as they stand on a day. */
    public AlertList(Session session, List<AlertState> states, LocalDate day) {
        this.session = session;
        this.states = states;
        this.day = day;
    }

    /** Prints them. */
    public void print(Format format) throws SQLException, IOException {
        format.answer().write(format == Format.TABLE ? forPeople() : forPrograms(), session.out());
    }

    private Rows forPeople() {
        Messages words = session.messages();
        Listing rows = new Listing(
                SHOWN.stream().map(name -> words.text("alerts.column." + name)).toList(), SHOWN_FIGURES);
        for (AlertState state : states) {
            AlertChange finding = state.excess();
            AlertFigures figures = finding.figures();
            rows.add(Arrays.asList(
                    state.alertId().substring(0, Math.min(SHORT, state.alertId().length())),
                    words.text("alerts.kind." + state.kind().code()),
                    words.textOr("alerts.severity." + finding.severity(), finding.severity()),
                    About.of(words, finding),
                    state.first().openedOn(),
                    whole(figures.observed()),
                    decimal(figures.expected(), "%,.1f"),
                    decimal(figures.ratio(), "%,.1f"),
                    whole(figures.unitsInField()),
                    stage(words, state, day),
                    state.by()));
        }
        return rows;
    }

    private Rows forPrograms() {
        Listing rows = new Listing(ALL, Collections.nCopies(ALL.size(), false));
        for (AlertState state : states) {
            AlertChange finding = state.finding();
            AlertFigures figures = finding.figures();
            List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                    state.alertId(),
                    state.kind().code(),
                    state.kind().family().name().toLowerCase(Locale.ROOT),
                    finding.severity(),
                    finding.scope().productModel(),
                    finding.scope().component(),
                    finding.scope().symptomCode(),
                    finding.scope().causeCode(),
                    finding.scope().region(),
                    finding.scope().siteId(),
                    finding.scope().source(),
                    state.first().openedOn(),
                    state.last().changedAt(),
                    figures.level(),
                    figures.observed(),
                    figures.expected(),
                    figures.ratio(),
                    figures.ratioLow(),
                    figures.ratioHigh(),
                    figures.q(),
                    figures.unitsInField(),
                    figures.costMinor(),
                    state.rank(),
                    String.join(" ", finding.cause())));
            row.addAll(Arrays.asList(
                    state.stage(day).code(),
                    state.isEscalated(),
                    state.by(),
                    state.verdict(),
                    state.linkedId(),
                    Sentences.of(session.messages(), finding)));
            rows.add(row);
        }
        return rows;
    }

    /** The stage in words, with the verdict, and a mark if a superior was told. */
    static String stage(Messages words, AlertState state, LocalDate day) {
        String verdict = state.verdict();
        return words.text("alerts.state." + state.stage(day).code())
                + (verdict == null ? "" : " (" + words.textOr("alerts.verdict." + verdict, verdict) + ")")
                + (state.isEscalated() ? " ↑" : "");
    }

    private @Nullable String whole(@Nullable Long figure) {
        return figure == null ? null : String.format(session.messages().locale(), "%,d", figure.longValue());
    }

    private @Nullable String decimal(@Nullable Double figure, String format) {
        return figure == null ? null : String.format(session.messages().locale(), format, figure.doubleValue());
    }
}
