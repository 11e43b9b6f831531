// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands: all its changes, oldest first. The one place where changes become a state; lists, pages and
 * delivery ask it.
 *
 * @param history its changes by known time; at least one
 */
public record AlertState(List<AlertChange> history) {
    private static final Comparator<AlertChange> BY_TIME = Comparator.comparing(AlertChange::knownOn)
            .thenComparing(AlertChange::changedAt)
            .thenComparing(AlertChange::change)
            .thenComparing(AlertChange::changeId);

    /** Sorts the changes; each counts once, however often it is given. */
    public AlertState {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("Cannot tell the state of an alert: it has no change");
        }
        Map<String, AlertChange> once =
                history.stream().collect(Collectors.toMap(AlertChange::changeId, Function.identity(), (a, b) -> a));
        history = once.values().stream().sorted(BY_TIME).toList();
    }

    /** The alerts of any changes, by their ids. */
    public static Map<String, AlertState> of(Collection<AlertChange> changes) {
        Map<String, List<AlertChange>> byAlert = new LinkedHashMap<>();
        changes.forEach(change -> byAlert.computeIfAbsent(change.alertId(), id -> new ArrayList<>())
                .add(change));
        Map<String, AlertState> states = new LinkedHashMap<>();
        byAlert.forEach((id, history) -> states.put(id, new AlertState(history)));
        return states;
    }

    /** This with one change more. */
    public AlertState with(AlertChange change) {
        List<AlertChange> more = new ArrayList<>(history);
        more.add(change);
        return new AlertState(more);
    }

    /** Names the alert. */
    public String alertId() {
        return history.get(0).alertId();
    }

    /** What it is about. */
    public AlertKind kind() {
        return history.get(0).kind();
    }

    /** How it began. */
    public AlertChange first() {
        return history.get(0);
    }

    /** What happened last. */
    public AlertChange last() {
        return history.get(history.size() - 1);
    }

    /** The last change that says what was found, rather than what somebody decided, and still holds. */
    public AlertChange finding() {
        AlertChange finding = first();
        for (AlertChange change : standing()) {
            finding = isFinding(change.change()) ? change : finding;
        }
        return finding;
    }

    /** The last finding other than that nothing is left to find: what a reader wants to know of an alert that closed. */
    public AlertChange excess() {
        AlertChange excess = first();
        for (AlertChange change : standing()) {
            boolean says = isFinding(change.change()) && change.change() != Change.CLOSED;
            excess = says ? change : excess;
        }
        return excess;
    }

    /** How far it has come. An excess that grows does not take back that somebody is at it. */
    public Stage stage() {
        Stage stage = Stage.OPEN;
        for (AlertChange change : standing()) {
            stage = switch (change.change()) {
                case OPENED -> Stage.OPEN;
                case WORSENED, LOCALISED, EASED -> stage == Stage.CLOSED ? Stage.OPEN : stage;
                case ESCALATED, RETRACTED -> stage;
                case CLOSED -> Stage.CLOSED;
                case WITHDRAWN -> Stage.WITHDRAWN;
                case ACKNOWLEDGED, LINKED -> stage == Stage.OPEN ? Stage.ACKNOWLEDGED : stage;
                case JUDGED -> stage == Stage.OPEN || stage == Stage.ACKNOWLEDGED ? Stage.JUDGED : stage;
            };
        }
        return nothingIsLeft() ? Stage.WITHDRAWN : stage;
    }

    /** How far it has come as seen on a day: what no count closes ends when nothing more came of it for a while. */
    public Stage stage(LocalDate day) {
        Stage stage = stage();
        OptionalInt quiet = kind().quietDays();
        boolean ended = quiet.isPresent()
                && finding().knownOn().plusDays(quiet.getAsInt()).isBefore(day);
        return ended && !stage.isOver() ? Stage.ENDED : stage;
    }

    /** The changes that hold: without those that a later one took back, and those that only take back. */
    public List<AlertChange> standing() {
        Set<String> takenBack = takenBack();
        return history.stream()
                .filter(change -> change.answers() == null && !takenBack.contains(change.changeId()))
                .toList();
    }

    /** Whether all was taken back upon which it was raised. */
    private boolean nothingIsLeft() {
        Set<String> takenBack = takenBack();
        List<AlertChange> openings = history.stream()
                .filter(change -> change.change() == Change.OPENED)
                .toList();
        return !openings.isEmpty() && openings.stream().allMatch(opening -> takenBack.contains(opening.changeId()));
    }

    private Set<String> takenBack() {
        Set<String> takenBack = new HashSet<>();
        for (AlertChange change : history) {
            String answered = change.answers();
            if (answered != null) {
                takenBack.add(answered);
            }
        }
        return takenBack;
    }

    /** Who decided last, or null. */
    public @Nullable String by() {
        return latest(AlertChange::by);
    }

    /** The last verdict, or null. */
    public @Nullable String verdict() {
        return latest(AlertChange::verdict);
    }

    /** The corrective action that was linked last, or null. */
    public @Nullable String linkedId() {
        return latest(AlertChange::linkedId);
    }

    /** Whether a superior was told because nobody took it on. */
    public boolean isEscalated() {
        return history.stream().anyMatch(change -> change.change() == Change.ESCALATED);
    }

    /**
     * Whether it asks for something still: it is not over, and not judged false or known. A rule alert is a single case
     * that no count will close: any verdict settles it, and so it does a notice.
     */
    public boolean isActive() {
        Stage stage = stage();
        if (stage == Stage.CLOSED || stage == Stage.WITHDRAWN) {
            return false;
        }
        String verdict = verdict();
        return verdict == null || kind().family() == AlertKind.Family.QUALITY && verdict.equals("confirmed");
    }

    /** Whether it asks for something still, as seen on a day. */
    public boolean isActive(LocalDate day) {
        return isActive() && stage(day) != Stage.ENDED;
    }

    /** What it is sorted by: the rank of its excess, else 0. */
    public double rank() {
        Double rank = excess().figures().rank();
        return rank == null ? 0 : rank;
    }

    private @Nullable String latest(Function<AlertChange, @Nullable String> field) {
        @Nullable String latest = null;
        for (AlertChange change : standing()) {
            String value = field.apply(change);
            latest = value == null ? latest : value;
        }
        return latest;
    }

    private static boolean isFinding(Change change) {
        return switch (change) {
            case OPENED, WORSENED, LOCALISED, EASED, CLOSED -> true;
            case WITHDRAWN, ACKNOWLEDGED, JUDGED, LINKED, ESCALATED, RETRACTED -> false;
        };
    }
}
