// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.alerts.AlertList;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.alerts.Stage;
import io.fieldback.cli.alerts.Unjudged;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the watch and the rules would have told on the days of a demo, as a part of its overview. */
final class AlertsSection {
    private static final int PARTS = 5;
    private static final int CASES = 2;

    private final Messages messages;
    private final Alerts alerts;
    private final List<AlertState> states;

    private AlertsSection(Messages messages, Alerts alerts) {
        this.messages = messages;
        this.alerts = alerts;
        // What was raised in error counts for nothing.
        this.states = alerts.mostFirst().stream()
                .filter(state -> state.stage() != Stage.WITHDRAWN)
                .toList();
    }

    /** An overview with the alerts before the section on what was read. */
    static Report in(Report overview, Messages messages, Alerts alerts) {
        List<Section> sections = new ArrayList<>();
        Section own = new AlertsSection(messages, alerts).section();
        for (Section section : overview.sections()) {
            if (section.key().equals("read")) {
                sections.add(own);
            }
            sections.add(section);
        }
        if (!sections.contains(own)) {
            sections.add(own);
        }
        return new Report(
                overview.name(),
                overview.language(),
                overview.title(),
                overview.takeaway(),
                overview.refused(),
                sections,
                overview.notes());
    }

    private Section section() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.plain(messages.text(
                "demo.alerts.counts",
                count(AlertKind.Family.QUALITY, false),
                count(AlertKind.Family.QUALITY, true),
                count(AlertKind.Family.RULE, false),
                count(AlertKind.Family.RULE, true),
                count(AlertKind.Family.NOTICE, false))));
        parts().forEach(part -> findings.add(ofPart(part)));
        states.stream()
                .filter(state -> state.kind().family() == AlertKind.Family.RULE && state.isActive(alerts.day()))
                .sorted(Comparator.comparingLong(AlertsSection::cases).reversed())
                .limit(CASES)
                .forEach(state -> findings.add(new Finding(State.WATCH, "", sentence(state.excess()))));
        List<String> unjudged = new Unjudged(messages, alerts.pending()).reasons(null, null);
        if (!unjudged.isEmpty()) {
            List<String> caveat = new ArrayList<>(unjudged);
            caveat.add(messages.text("demo.alerts.unjudged.cases"));
            String space = messages.language().equals("zh") ? "" : " ";
            findings.add(new Finding(State.WATCH, messages.text("demo.alerts.unjudged"), String.join(space, caveat)));
        }
        return new Section("alerts", messages.text("demo.alerts.title"), List.of(new Block.Findings(findings)));
    }

    private long count(AlertKind.Family family, boolean activeOnly) {
        return states.stream()
                .filter(state -> state.kind().family() == family)
                .filter(state -> !activeOnly || state.isActive(alerts.day()))
                .count();
    }

    /** Alerts of quality by product and component, in the order of the most urgent of each. */
    private Collection<List<AlertState>> parts() {
        Map<String, List<AlertState>> parts = new LinkedHashMap<>();
        for (AlertState state : states) {
            if (state.kind().family() == AlertKind.Family.QUALITY) {
                String part = state.first().scope().productModel() + "|"
                        + state.first().scope().component();
                parts.computeIfAbsent(part, key -> new ArrayList<>()).add(state);
            }
        }
        return parts.values().stream().limit(PARTS).toList();
    }

    /** What was told first of a part, since somebody would have acted upon that, and whether it goes on. */
    private Finding ofPart(List<AlertState> part) {
        AlertState begun = part.stream()
                .min(Comparator.comparing(state -> state.first().knownOn()))
                .orElseThrow();
        AlertState last = part.stream()
                .max(Comparator.comparing((AlertState state) -> state.isActive(alerts.day()))
                        .thenComparing(state -> state.last().knownOn()))
                .orElseThrow();
        String course = messages.text(
                last.isActive(alerts.day()) ? "demo.alerts.open" : "demo.alerts.over",
                begun.first().openedOn().toString(),
                part.size(),
                last.last().knownOn().toString(),
                last.alertId().substring(0, AlertList.SHORT));
        return new Finding(
                last.isActive(alerts.day()) ? State.STANDS_OUT : State.QUIET, course, sentence(begun.first()));
    }

    private static long cases(AlertState state) {
        Long observed = state.excess().figures().observed();
        return observed == null ? 0 : observed;
    }

    private String sentence(AlertChange change) {
        return messages.language().equals("zh") ? change.chinese() : change.english();
    }
}
