// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.units.UnitFact.Failed;
import io.fieldback.pipelines.units.UnitFact.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a unit on one day: one of the exposure ledger if it is recorded, and those of its failures.
 *
 * <p>Failures stand in the order of their days, those without a day last, and then of their content hashes. A return for
 * quality is no failure where a repair of a failure of the unit is at most {@link #NEAR_DAYS} days from it: it is the
 * same one; its credit is cost all the same.
 */
final class UnitCells {
    /** A return so near to a repair is of the same failure, days. */
    static final int NEAR_DAYS = 30;

    private static final Comparator<UnitState.Failure> ORDER = Comparator.comparing(
                    (UnitState.Failure failure) -> failure.failed().eventOn(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(UnitState.Failure::contentHash);

    private UnitCells() {}

    /** Enters the cells of a unit of which these contents stand, as known on a day. */
    static void enter(List<UnitContent> standing, int knownOn, int sign, UnitLedger ledger) {
        if (standing.isEmpty()) {
            return;
        }
        UnitState state = UnitState.of(standing);
        if (state.recorded()) {
            ledger.units(state.exposure(), knownOn, sign);
        }
        if (!state.failures().isEmpty()) {
            failures(state, knownOn, sign, ledger);
        }
    }

    private static void failures(UnitState state, int knownOn, int sign, UnitLedger ledger) {
        List<UnitState.Failure> inOrder = new ArrayList<>(state.failures());
        inOrder.sort(ORDER);
        Set<@Nullable String> components = new HashSet<>();
        Set<Symptom> symptoms = new HashSet<>();
        boolean first = true;
        for (UnitState.Failure failure : inOrder) {
            Failed failed = failure.failed();
            boolean counts = !failed.byReturn() || !repairedNear(failed, inOrder);
            Set<@Nullable String> ofThis = new HashSet<>();
            for (Line line : failed.lines()) {
                boolean main = ofThis.isEmpty();
                boolean incident = ofThis.add(line.component());
                CohortMeasures measures = new CohortMeasures(
                        one(counts && main),
                        one(counts && incident),
                        one(counts && main && first),
                        one(counts && incident && components.add(line.component())),
                        one(counts && symptoms.add(new Symptom(line.component(), line.symptomCode()))),
                        line.costMinor());
                if (!measures.equals(CohortMeasures.ZERO)) {
                    ledger.failures(
                            state.cohort(failed, line.component()), knownOn, sign > 0 ? measures : measures.negated());
                }
            }
            first &= !counts;
        }
    }

    private static boolean repairedNear(Failed returned, List<UnitState.Failure> failures) {
        Integer day = returned.eventOn();
        for (UnitState.Failure failure : failures) {
            Integer repaired = failure.failed().eventOn();
            if (!failure.failed().byReturn()
                    && day != null
                    && repaired != null
                    && Math.abs(day - repaired) <= NEAR_DAYS) {
                return true;
            }
        }
        return false;
    }

    private static long one(boolean counted) {
        return counted ? 1 : 0;
    }

    private record Symptom(
            @Nullable String component, @Nullable String symptomCode) {}
}
