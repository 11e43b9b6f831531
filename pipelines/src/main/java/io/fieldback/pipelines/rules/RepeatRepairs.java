// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same unit, the same fault, again within 30 days of completion, where that is unusual ({@link UsualRepeats}). It is
 * judged by the day and not in the stream: what is usual for a product and a fault is no function of one unit.
 *
 * <p>A chain of repeats is one alert: the first unusual repeat opens it, one that doubles it makes it worse, and it is
 * withdrawn if its repairs do not make so long a chain any more. A repair that an alert of a customer's repeated request
 * names already is told by that.
 */
public final class RepeatRepairs {
    /** What became known so many days late is still told, on the day it is found. */
    public static final int LATE = 7;

    /** What happened longer ago is history by the time it is known, or corrected. */
    private static final int OLD = 90;

    private final UsualRepeats usual;
    private final String rules;
    private final int after;
    private final int upTo;
    private final Map<String, List<Told>> told = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Span>> customers = new HashMap<>();

    /**
     * A look at some days.
     *
     * @param past changes of alerts that were told before, by known day
     * @param after days after this one are judged, since 1970
     * @param upTo up to this one
     * @param rules fingerprint of the rules of the look
     */
    public RepeatRepairs(UsualRepeats usual, Collection<AlertChange> past, int after, int upTo, String rules) {
        this.usual = usual;
        this.rules = rules;
        this.after = after;
        this.upTo = upTo;
        past.forEach(this::remember);
    }

    /** An alert that stands: how it was told last, and of how many repeats. */
    private record Told(AlertChange opened, AlertChange last, int repeats) {}

    /** Days from which to before which an alert of a customer named a case. */
    private record Span(String changeId, int from, int until) {}

    private void remember(AlertChange change) {
        int day = Math.toIntExact(change.knownOn().toEpochDay());
        String answers = change.answers();
        if (change.kind() == AlertKind.REPEAT_COMPLAINT) {
            for (String name : change.cases()) {
                List<Span> spans = customers.computeIfAbsent(name, key -> new ArrayList<>(1));
                if (answers == null) {
                    spans.add(new Span(change.changeId(), day, Integer.MAX_VALUE));
                } else {
                    spans.replaceAll(
                            span -> span.changeId.equals(answers) ? new Span(span.changeId, span.from, day) : span);
                }
            }
        } else if (change.kind() == AlertKind.REPEAT_REPAIR && change.by() == null) {
            take(change);
        }
    }

    private void take(AlertChange change) {
        List<Told> standing = told.computeIfAbsent(
                key(change.scope().subject(), change.scope().component()), key -> new ArrayList<>(1));
        names.add(change.changeId());
        Long observed = change.figures().observed();
        int repeats = observed == null ? 0 : Math.toIntExact(observed - 1);
        if (change.change() == Change.OPENED) {
            standing.add(new Told(change, change, repeats));
        } else if (change.change() == Change.WORSENED) {
            standing.replaceAll(each ->
                    each.opened.alertId().equals(change.alertId()) ? new Told(each.opened, change, repeats) : each);
        } else if (change.change() == Change.WITHDRAWN) {
            standing.removeIf(each -> each.opened.changeId().equals(change.answers()));
        }
    }

    /** What changes on these days by what is known of one unit's component. */
    public List<AlertChange> of(List<RepairVisit> visits) {
        Set<Integer> days = new TreeSet<>();
        for (RepairVisit visit : visits) {
            add(days, visit.fromOn());
            add(days, visit.untilOn());
        }
        List<AlertChange> changes = new ArrayList<>(0);
        for (int day : days) {
            List<RepairChain> chains = RepairChain.of(
                    visits.stream().filter(visit -> visit.isKnownOn(day)).toList());
            String key = key(visits.get(0).serialNo(), visits.get(0).component());
            for (Told each : List.copyOf(told.getOrDefault(key, List.of()))) {
                if (chains.stream().noneMatch(chain -> holds(chain, each))) {
                    tell(takenBack(each, day), changes);
                }
            }
            for (RepairChain chain : chains) {
                for (int repeat = 1; repeat <= chain.repeats(); repeat++) {
                    AlertChange change = change(chain, repeat, day, key);
                    if (change != null) {
                        tell(change, changes);
                    }
                }
            }
        }
        return changes;
    }

    /** What came late for a day that was judged is looked at on the first that is not. */
    private void add(Set<Integer> days, int day) {
        if (day > after && day <= upTo) {
            days.add(day);
        } else if (day <= after && day > after - LATE && after < upTo) {
            days.add(after + 1);
        }
    }

    private void tell(AlertChange change, List<AlertChange> changes) {
        take(change);
        changes.add(change);
    }

    private static boolean holds(RepairChain chain, Told each) {
        return chain.repeats() >= each.repeats && chain.hasAnyOf(each.last.cases());
    }

    private @Nullable AlertChange change(RepairChain chain, int repeat, int day, String key) {
        RepairChain.Link link = chain.links().get(repeat);
        if (link.knownOn() <= day - LATE || link.eventOn() < day - OLD) {
            return null;
        }
        RepairVisit visit = link.visits().get(0);
        int month = FleetRule.monthOf(link.knownOn());
        double share = usual.share(month, visit.productModel(), visit.component());
        String occasion = visit.caseName();
        for (Told each : told.getOrDefault(key, List.of())) {
            if (chain.hasAnyOf(each.last.cases())) {
                String alertId = each.opened.alertId();
                return repeat < 2 * each.repeats
                        ? null
                        : RepeatRepairWording.told(
                                name(alertId, Change.WORSENED, occasion),
                                alertId,
                                Change.WORSENED,
                                Math.toIntExact(each.opened.openedOn().toEpochDay()),
                                day,
                                chain.upTo(repeat),
                                share,
                                rules);
            }
        }
        if (!usual.isUnusual(month, visit.productModel(), visit.component(), repeat) || isOfCustomer(link, day)) {
            return null;
        }
        String alertId = AlertIds.alert(AlertKind.REPEAT_REPAIR, key, occasion);
        return RepeatRepairWording.told(
                name(alertId, Change.OPENED, occasion),
                alertId,
                Change.OPENED,
                day,
                day,
                chain.upTo(repeat),
                share,
                rules);
    }

    private AlertChange takenBack(Told each, int day) {
        return RepeatRepairWording.takenBack(
                name(each.opened.alertId(), Change.WITHDRAWN, each.opened.changeId()), each.opened, day, rules);
    }

    /** The first name of a change that was not told yet: what follows again after it was taken back has another. */
    private String name(String alertId, Change change, String occasion) {
        int nth = 1;
        String name = AlertIds.change(alertId, change, occasion);
        while (names.contains(name)) {
            nth++;
            name = AlertIds.change(alertId, change, occasion + "#" + nth);
        }
        return name;
    }

    private boolean isOfCustomer(RepairChain.Link link, int day) {
        return link.visits().stream()
                .flatMap(visit -> customers.getOrDefault(visit.caseName(), List.of()).stream())
                .anyMatch(span -> span.from <= day && day < span.until);
    }

    private static String key(@Nullable String serialNo, @Nullable String component) {
        return serialNo + "|" + component;
    }
}
