// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.event.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The same customer, the same problem, again. A case repeats an earlier one of its own type, customer and group if at
 * most {@link RuleSettings#repeatDays} lie between them; a repair that answers a complaint repeats nothing.
 *
 * <p>Runs of repeats that overlap in time, those of complaints and those of repairs, are one story and one alert, named
 * by its first case: the first repeat opens it, and each that makes it longer, in complaints or in repairs, worsens it.
 */
public final class RepeatRule {
    private static final Comparator<RuleContent> IN_TIME = Comparator.<RuleContent>comparingInt(
                    content -> RepeatRule.day(content))
            .thenComparing(RuleContent::type)
            .thenComparing(RuleContent::id);

    /** Whom cases are held together by. */
    enum By {
        /** The customer, over all its units. */
        CUSTOMER,
        /** The unit; of one who reports for others only complaints are held together. */
        UNIT
    }

    private RepeatRule() {}

    /** The changes that follow from all contents that a subject was told of. */
    static List<RuleChange> of(Collection<RuleContent> contents, By by, RuleSettings settings) {
        TreeMap<String, List<RuleContent>> problems = new TreeMap<>();
        for (RuleContent content : Contents.standing(contents)) {
            if (content.fact() instanceof Demand demand
                    && (by == By.CUSTOMER || content.type() == EventType.COMPLAINT)) {
                String unit =
                        by == By.CUSTOMER ? "" : String.valueOf(demand.about().serialNo());
                problems.computeIfAbsent(
                                demand.identity() + '\0' + unit + '\0' + demand.group(), key -> new ArrayList<>(2))
                        .add(content);
            }
        }
        List<RuleChange> changes = new ArrayList<>();
        for (List<RuleContent> problem : problems.values()) {
            if (problem.size() > 1) {
                problem.sort(IN_TIME);
                stories(problem, by, settings, changes);
            }
        }
        return changes;
    }

    private static void stories(List<RuleContent> problem, By by, RuleSettings settings, List<RuleChange> changes) {
        boolean[] repeats = repeats(problem, settings.repeatDays());
        int[] reach = reach(problem, repeats);
        int start = 0;
        while (start < problem.size()) {
            int end = reach[start];
            for (int i = start; i <= end; i++) {
                end = Math.max(end, reach[i]);
            }
            if (end > start) {
                story(problem.subList(start, end + 1), repeats, start, by, changes);
            }
            start = end + 1;
        }
    }

    /** Whether each case follows one of its type closely enough. */
    private static boolean[] repeats(List<RuleContent> problem, int days) {
        boolean[] repeats = new boolean[problem.size()];
        for (int i = 1; i < repeats.length; i++) {
            int before = before(problem, i);
            repeats[i] = before >= 0 && day(problem.get(i)) - day(problem.get(before)) <= days;
        }
        return repeats;
    }

    /** For each case the position of the next of its type if that repeats it, else its own. */
    private static int[] reach(List<RuleContent> problem, boolean[] repeats) {
        int[] reach = new int[problem.size()];
        for (int i = 0; i < reach.length; i++) {
            reach[i] = i;
            if (repeats[i]) {
                reach[before(problem, i)] = i;
            }
        }
        return reach;
    }

    private static int before(List<RuleContent> problem, int position) {
        int before = position - 1;
        while (before >= 0
                && problem.get(before).type() != problem.get(position).type()) {
            before--;
        }
        return before;
    }

    private static void story(List<RuleContent> story, boolean[] repeats, int offset, By by, List<RuleChange> changes) {
        String alertId = alertId(story.get(0));
        int complaints = 0;
        int repairs = 0;
        int told = 0;
        int knownOn = Integer.MIN_VALUE;
        int openedOn = 0;
        for (int i = 0; i < story.size(); i++) {
            RuleContent content = story.get(i);
            knownOn = Math.max(knownOn, content.knownOn());
            if (repeats[offset + i] && content.type() == EventType.COMPLAINT) {
                complaints++;
            } else if (repeats[offset + i]) {
                repairs++;
            }
            if (Math.max(complaints, repairs) > told) {
                told++;
                openedOn = told == 1 ? knownOn : openedOn;
                Change change = told == 1 ? Change.OPENED : Change.WORSENED;
                changes.add(RepeatWording.change(
                        new RuleChange.Key(alertId, change, content.caseName()),
                        story.subList(0, i + 1),
                        by,
                        knownOn,
                        openedOn));
            }
        }
    }

    /** Customer and unit are in the name, so that a case which goes over to others takes no alert of theirs with it. */
    private static String alertId(RuleContent first) {
        Demand demand = (Demand) Objects.requireNonNull(first.fact());
        return AlertIds.alert(
                AlertKind.REPEAT_COMPLAINT,
                demand.identity()
                        + '|'
                        + (demand.about().serialNo() == null
                                ? ""
                                : demand.about().serialNo()),
                first.caseName());
    }

    static int day(RuleContent content) {
        return content.fact() instanceof Demand demand && demand.about().day() != null
                ? demand.about().day()
                : 0;
    }
}
