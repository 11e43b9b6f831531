// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.spool.SpoolFile;
import io.fieldback.cli.watch.CaseRulesFile;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.LastDay;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.pipelines.detection.feed.LastLook;
import io.fieldback.pipelines.detection.wording.Relation;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts of a warehouse, those that ask most first. */
public final class Alerts {
    private static final List<String> SEVERITIES = List.of("safety", "major", "serious", "minor");

    /** What a person is to see first: product and safety, then single cases, then the data; the worst, the newest. */
    private static final Comparator<AlertState> MOST_FIRST = Comparator.comparingInt(Alerts::urgency)
            .thenComparingInt(state -> severity(state.finding().severity()))
            .thenComparing(Comparator.comparingDouble(AlertState::rank).reversed())
            .thenComparing(
                    Comparator.comparing((AlertState state) -> state.finding().knownOn())
                            .reversed())
            .thenComparing(AlertState::alertId);

    private final Path folder;
    private final LocalDate day;
    private final ZoneId zone;
    private final NotYetJudged pending;
    private final Map<String, AlertState> states;

    private Alerts(Path folder, LocalDate day, ZoneId zone, NotYetJudged pending, Collection<AlertChange> changes) {
        this.folder = folder;
        this.day = day;
        this.zone = zone;
        this.pending = pending;
        this.states = AlertState.of(changes);
    }

    /**
     * The alerts of the newest epoch, and what delivery added to them.
     *
     * @param asOf leaves out what became known after that day
     */
    public static Alerts of(Path folder, Optional<LocalDate> asOf) {
        Warehouse warehouse = Warehouse.open(folder);
        Epoch newest = warehouse
                .newestEpoch()
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot read warehouse " + folder + ": nothing has been ingested into it yet"));
        List<AlertChange> changes = new ArrayList<>(AlertRows.all(warehouse, newest));
        changes.addAll(SpoolFile.escalations(folder));
        changes.removeIf(change -> asOf.isPresent() && change.knownOn().isAfter(asOf.get()));
        // Without a day there is nothing that could have ended.
        LocalDate day = LastDay.of(warehouse, newest, asOf).orElse(LocalDate.MIN);
        NotYetJudged pending =
                LastLook.of(warehouse, newest, asOf).map(LastLook::pending).orElseGet(NotYetJudged::none);
        return new Alerts(folder, day, ZoneId.of(newest.zone()), pending, changes);
    }

    private static int urgency(AlertState state) {
        return switch (state.kind().family()) {
            case QUALITY -> 0;
            case RULE -> state.kind() == AlertKind.SAFETY ? 0 : 1;
            case NOTICE -> 2;
        };
    }

    private static int severity(String code) {
        int place = SEVERITIES.indexOf(code);
        return place < 0 ? SEVERITIES.size() : place;
    }

    /** The last day of which the warehouse knows anything: as of that day an alert has ended or not. */
    public LocalDate day() {
        return day;
    }

    /** The zone of the plant, in whose days the tables are. */
    public ZoneId zone() {
        return zone;
    }

    /** Products of which no counts are judged yet, as the last look had it. */
    public NotYetJudged pending() {
        return pending;
    }

    /** All of them, those that ask most first. */
    public List<AlertState> mostFirst() {
        return states.values().stream().sorted(MOST_FIRST).toList();
    }

    /** The alert whose id begins so. Throws if there is none, or more than one. */
    public AlertState named(String beginning) {
        List<AlertState> found = states.values().stream()
                .filter(state -> state.alertId().startsWith(beginning))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new IllegalArgumentException("Cannot find alert " + beginning + " in " + folder + ": "
                + (found.isEmpty() ? "there is none" : found.size() + " ids begin so"));
    }

    /** An earlier alert, and what it has in common with the one it is shown with. */
    record Related(AlertState state, Relation relation) {}

    /**
     * Earlier alerts that opened in the months before this one did and have something in common with it: of the same
     * component, single cases included, and findings about other components with a symptom of the same group or the same
     * cause. Findings about products come before single cases, the newest first. What was said of the data is left out.
     */
    List<Related> past(AlertState state, int months) {
        Map<String, String> symptomGroups = CaseRulesFile.of(folder).symptomGroups();
        LocalDate opened = state.first().openedOn();
        List<Related> past = new ArrayList<>();
        for (AlertState other : states.values()) {
            if (other.kind().family() != AlertKind.Family.NOTICE
                    && !other.alertId().equals(state.alertId())
                    && !other.first().openedOn().isAfter(opened)
                    && other.first().openedOn().isAfter(opened.minusMonths(months))) {
                Relation.of(state.first().scope(), other.first().scope(), symptomGroups)
                        .filter(relation ->
                                relation == Relation.COMPONENT || other.kind().family() == AlertKind.Family.QUALITY)
                        .ifPresent(relation -> past.add(new Related(other, relation)));
            }
        }
        past.sort(Comparator.comparingInt((Related each) -> urgency(each.state()))
                .thenComparing(Comparator.comparing(
                                (Related each) -> each.state().first().openedOn())
                        .reversed())
                .thenComparing(each -> each.state().alertId()));
        return past;
    }
}
