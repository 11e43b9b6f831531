// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.TextTable;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The history of an alert as people read it: what was taken back stands before what took it back, and is left out where
 * something else still stands, since a load of history in any order leaves much of it that nobody was told.
 */
final class AlertHistory {
    private final AlertState state;
    private final ZoneId zone;

    /** Of an alert, in the time of a plant. */
    AlertHistory(AlertState state, ZoneId zone) {
        this.state = state;
        this.zone = zone;
    }

    void print(Messages words, PrintWriter out) {
        boolean isWithdrawn = state.stage() == Stage.WITHDRAWN;
        List<AlertChange> told = isWithdrawn ? inOrder() : state.standing();
        TextTable table = TextTable.of(
                List.of(
                        words.text("alerts.column.when"),
                        words.text("alerts.column.change"),
                        words.text("alerts.column.who"),
                        words.text("alerts.column.sentence")),
                List.of(false, false, false, false));
        for (AlertChange change : told) {
            String by = change.by();
            table.add(List.of(
                    when(change),
                    words.text("alerts.change." + change.change().code()),
                    by == null ? "" : by,
                    Sentences.of(words, change)));
        }
        table.print(out);
        int rest = state.history().size() - told.size();
        if (rest > 0) {
            out.println(words.text("alerts.show.taken-back", rest));
        }
    }

    /**
     * The moment of what happened on its day or was decided by somebody; else the day by whose end all was known: a look
     * at a day is over after its end, and of what came out of order the last record says nothing of when it was so.
     */
    private String when(AlertChange change) {
        LocalDateTime moment = LocalDateTime.ofInstant(change.changedAt(), zone);
        boolean isMoment = change.by() != null
                || change.change() == Change.ESCALATED
                || moment.toLocalDate().equals(change.knownOn());
        return isMoment
                ? moment.toLocalDate() + " " + moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES)
                : change.knownOn().toString();
    }

    /** All changes; none before what it takes back. */
    private List<AlertChange> inOrder() {
        List<AlertChange> order = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Map<String, List<AlertChange>> early = new HashMap<>();
        Set<String> all = new HashSet<>();
        state.history().forEach(change -> all.add(change.changeId()));
        for (AlertChange change : state.history()) {
            String answers = change.answers();
            if (answers != null && all.contains(answers) && !told.contains(answers)) {
                early.computeIfAbsent(answers, id -> new ArrayList<>()).add(change);
                continue;
            }
            order.add(change);
            told.add(change.changeId());
            order.addAll(early.getOrDefault(change.changeId(), List.of()));
        }
        return order;
    }
}
