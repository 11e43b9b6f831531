// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Demand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a subject: the contents it was told of while they are few. A customer with many units or very many
 * contents reports for others; then only numbers are kept here, and the contents by unit elsewhere ({@link Units}).
 * Which it is follows from the set of contents, and one that reports for others remains so.
 */
final class SubjectState {
    /** Contents of a case, or of one who is a customer for itself. */
    static final int MOST_OWN = 64;
    /** Contents that are kept of one unit of one who reports for others. */
    static final int MOST_OF_UNIT = 200;

    /** Where the contents of the units of one who reports for others are kept. */
    interface Units {
        byte @Nullable [] of(long unit) throws Exception;

        void put(long unit, byte[] contents) throws Exception;
    }

    private Contents own = Contents.NONE;
    private boolean forOthers;
    private @Nullable String identity;
    private final Set<Long> units = new TreeSet<>();
    private final TreeMap<Integer, Integer> months = new TreeMap<>();
    private final Set<String> takenBack = new HashSet<>();

    /** Names of changes that were told and taken back. */
    Set<String> takenBack() {
        return takenBack;
    }

    /**
     * Takes a sighting.
     *
     * @param before gets the changes that followed without it
     * @param after gets those that follow with it
     * @return whether it adds anything
     */
    boolean take(
            long unit,
            RuleContent content,
            Units elsewhere,
            RuleSettings settings,
            List<RuleChange> before,
            List<RuleChange> after)
            throws Exception {
        if (forOthers) {
            return unit != 0 && takeOfUnit(unit, content, elsewhere, settings, before, after);
        }
        Contents more = own.with(content, Integer.MAX_VALUE);
        if (more.equals(own)) {
            return false;
        }
        before.addAll(changes(unit, own, settings));
        own = more;
        if (unit != RuleSubject.CASE && reportsForOthers(settings)) {
            split(elsewhere, settings, after);
        } else {
            after.addAll(changes(unit, own, settings));
        }
        return true;
    }

    private static List<RuleChange> changes(long unit, Contents contents, RuleSettings settings) {
        return unit == RuleSubject.CASE
                ? CaseRules.of(contents.contents())
                : RepeatRule.of(contents.contents(), RepeatRule.By.CUSTOMER, settings);
    }

    private boolean reportsForOthers(RuleSettings settings) {
        if (own.contents().size() > MOST_OWN) {
            return true;
        }
        if (own.contents().size() <= settings.intermediaryUnits()) {
            return false;
        }
        Set<String> serials = new HashSet<>();
        for (RuleContent content : own.contents()) {
            if (content.fact() instanceof Demand demand && demand.about().serialNo() != null) {
                serials.add(demand.about().serialNo());
            }
        }
        return serials.size() > settings.intermediaryUnits();
    }

    /** Goes over to keeping contents by unit. What names no unit is not kept: nobody can say whose it is. */
    private void split(Units elsewhere, RuleSettings settings, List<RuleChange> after) throws Exception {
        forOthers = true;
        Map<Long, List<RuleContent>> split = byUnit(own.contents());
        own = Contents.NONE;
        for (Map.Entry<Long, List<RuleContent>> entry : split.entrySet()) {
            Contents contents = Contents.NONE;
            for (RuleContent content : entry.getValue()) {
                contents = contents.with(content, MOST_OF_UNIT);
            }
            elsewhere.put(entry.getKey(), RuleBytes.bytes(contents));
            count(entry.getKey(), contents, 1, settings);
            after.addAll(RepeatRule.of(contents.contents(), RepeatRule.By.UNIT, settings));
        }
        after.addAll(fleet(settings));
    }

    /** The contents that each unit would have been told of: those of cases of which any names it. */
    private static Map<Long, List<RuleContent>> byUnit(Collection<RuleContent> contents) {
        Map<Long, Set<String>> cases = new TreeMap<>();
        for (RuleContent content : contents) {
            if (unit(content) != 0) {
                cases.computeIfAbsent(unit(content), key -> new HashSet<>()).add(content.caseName());
            }
        }
        Map<Long, List<RuleContent>> split = new TreeMap<>();
        cases.forEach((unit, names) -> {
            List<RuleContent> told = new ArrayList<>();
            for (RuleContent content : contents) {
                if (names.contains(content.caseName())) {
                    told.add(unit(content) == unit ? content : content.saying(null));
                }
            }
            split.put(unit, told);
        });
        return split;
    }

    private static long unit(RuleContent content) {
        return content.fact() instanceof Demand demand
                ? RuleSubject.unit(demand.about().serialNo())
                : 0;
    }

    private boolean takeOfUnit(
            long unit,
            RuleContent content,
            Units elsewhere,
            RuleSettings settings,
            List<RuleChange> before,
            List<RuleChange> after)
            throws Exception {
        Contents had = RuleBytes.contents(elsewhere.of(unit));
        Contents has = had.with(content, MOST_OF_UNIT);
        if (has.equals(had)) {
            return false;
        }
        before.addAll(RepeatRule.of(had.contents(), RepeatRule.By.UNIT, settings));
        before.addAll(fleet(settings));
        count(unit, had, -1, settings);
        count(unit, has, 1, settings);
        elsewhere.put(unit, RuleBytes.bytes(has));
        after.addAll(RepeatRule.of(has.contents(), RepeatRule.By.UNIT, settings));
        after.addAll(fleet(settings));
        return true;
    }

    private void count(long unit, Contents contents, int sign, RuleSettings settings) {
        for (RuleContent content : Contents.standing(contents.contents())) {
            if (content.fact() instanceof Demand demand && demand.about().day() != null) {
                months.merge(FleetRule.monthOf(demand.about().day()), sign, SubjectState::sum);
                identity = demand.identity();
                if (units.size() < settings.fleetUnits()) {
                    units.add(unit);
                }
            }
        }
    }

    private static @Nullable Integer sum(int one, int other) {
        return one + other == 0 ? null : (Integer) (one + other);
    }

    private List<RuleChange> fleet(RuleSettings settings) {
        return identity == null || units.size() < settings.fleetUnits()
                ? List.of()
                : FleetRule.of(identity, months, settings);
    }

    /** The contents of one who is a customer for itself, or of a case. */
    Contents own() {
        return own;
    }

    /** Whether it reports for others. */
    boolean forOthers() {
        return forOthers;
    }

    /** Who it is; null before any of its units is known. */
    @Nullable
    String identity() {
        return identity;
    }

    /** Its units, as many as tell whether it is a fleet. */
    Set<Long> units() {
        return units;
    }

    /** Cases by month. */
    TreeMap<Integer, Integer> months() {
        return months;
    }

    /** One that is a customer for itself, or a case. */
    static SubjectState of(Contents own) {
        SubjectState state = new SubjectState();
        state.own = own;
        return state;
    }

    /** One that reports for others, whose units and months are added to it. */
    static SubjectState forOthers(@Nullable String identity) {
        SubjectState state = new SubjectState();
        state.forOthers = true;
        state.identity = identity;
        return state;
    }
}
