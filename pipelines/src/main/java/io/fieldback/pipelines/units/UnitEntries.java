// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.schemas.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What all that is known of a unit enters into the ledgers: a function of the set of contents, whatever the order they
 * came in.
 *
 * <p>On each day the newest content of each case that is known by then stands, and the standing contents together give
 * the cells of the unit. The entries are the differences of that step function. An operator enters
 * {@code of(after) - of(before)}, so that an installation that comes after the repair, a repair that is voided and a
 * serial number that was wrong need no code of their own.
 */
public final class UnitEntries {
    private UnitEntries() {}

    /** Enters all that a unit comes to. */
    public static void of(UnitHistory unit, UnitLedger ledger) {
        enter(unit, Integer.MIN_VALUE, 1, ledger);
    }

    /** Enters what a unit comes to of which only this content is known. */
    static void ofOnly(UnitContent content, UnitLedger ledger) {
        UnitCells.enter(List.of(content), content.knownOn(), 1, ledger);
    }

    /**
     * Enters {@code after - before}: what to add to the ledgers so that they hold {@code after}.
     *
     * @param from first day of which the two know different things; what is entered before it is the same
     */
    static void difference(UnitHistory after, UnitHistory before, int from, UnitLedger ledger) {
        enter(after, from, 1, ledger);
        enter(before, from, -1, ledger);
    }

    private static void enter(UnitHistory unit, int from, int sign, UnitLedger ledger) {
        TreeSet<Integer> days = days(unit, from);
        if (days.isEmpty()) {
            return;
        }
        List<UnitContent> before = from == Integer.MIN_VALUE ? List.of() : standing(unit, from - 1);
        for (int day : days) {
            List<UnitContent> after = standing(unit, day);
            UnitCells.enter(after, day, sign, ledger);
            UnitCells.enter(before, day, -sign, ledger);
            before = after;
        }
    }

    private static TreeSet<Integer> days(UnitHistory unit, int from) {
        TreeSet<Integer> days = new TreeSet<>();
        for (UnitContent content : unit.contents()) {
            if (content.knownOn() >= from) {
                days.add(content.knownOn());
            }
        }
        if (unit.crowdedOn() != null && unit.crowdedOn() >= from) {
            days.add(unit.crowdedOn());
        }
        return days;
    }

    /** The newest content of each case, of those known by the end of a day. */
    static List<UnitContent> standing(UnitHistory unit, int day) {
        if (unit.crowdedOn() != null && day >= unit.crowdedOn()) {
            return List.of();
        }
        List<UnitContent> known = new ArrayList<>(unit.contents().size());
        for (UnitContent content : unit.contents()) {
            if (content.knownOn() <= day) {
                known.add(content);
            }
        }
        return known.size() < 2 ? known : newest(known);
    }

    private static List<UnitContent> newest(List<UnitContent> known) {
        Map<Case, UnitContent> cases = new HashMap<>(2 * known.size());
        for (UnitContent content : known) {
            cases.merge(
                    new Case(content.type(), content.id()),
                    content,
                    (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
        return List.copyOf(cases.values());
    }

    private record Case(EventType type, String id) {}
}
