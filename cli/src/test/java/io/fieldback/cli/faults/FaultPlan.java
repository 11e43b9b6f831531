// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.fault.FaultHandler;
import io.fieldback.lake.fault.FaultPoint;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;

/** Faults that happen one after another, each once. */
final class FaultPlan implements FaultHandler {
    /** What is known at a fault: it must not happen to an idle job. */
    interface Surroundings {
        /** Number of the newest epoch that the job wrote. */
        long epoch();

        /** Records that it has not read. */
        long unread();
    }

    /** A fault that happened. */
    record Hit(PlannedFault fault, long epoch, long unread, long nanos) {}

    private final List<PlannedFault> faults;
    private final Surroundings surroundings;
    private final List<Hit> hits = new ArrayList<>();
    private int visits;

    FaultPlan(List<PlannedFault> faults, Surroundings surroundings) {
        this.faults = List.copyOf(faults);
        this.surroundings = surroundings;
    }

    @Override
    public void reached(FaultPoint point) {
        PlannedFault fault = turn(point);
        if (fault != null && !fault.mild()) {
            InjectedFault crash = new InjectedFault(fault);
            throw fault.fate() == Fate.RESTARTED ? crash : new SuppressRestartsException(crash);
        }
    }

    @Override
    public boolean happens(FaultPoint point) {
        if (point == FaultPoint.FILE_FULL) {
            PlannedFault next = next();
            // No small run fills a file; where one is to be rolled, it counts as full.
            if (next != null && next.point() == FaultPoint.FILE_ROLLED && due(next)) {
                return true;
            }
        }
        return turn(point) != null;
    }

    private synchronized @Nullable PlannedFault turn(FaultPoint point) {
        PlannedFault next = next();
        if (next == null || next.point() != point || !due(next) || ++visits < next.nth()) {
            return null;
        }
        visits = 0;
        hits.add(new Hit(next, surroundings.epoch(), surroundings.unread(), System.nanoTime()));
        return next;
    }

    private synchronized boolean due(PlannedFault fault) {
        return fault.atOnce()
                || surroundings.epoch()
                        > (hits.isEmpty() ? 0 : hits.get(hits.size() - 1).epoch());
    }

    /** The fault whose turn it is; null when all have happened. */
    synchronized @Nullable PlannedFault next() {
        return hits.size() < faults.size() ? faults.get(hits.size()) : null;
    }

    /** Whether input must be spared for faults to come. */
    boolean holdsBack() {
        PlannedFault next = next();
        return next != null && next.needsInput();
    }

    /** Changes when more input may be spent: with each epoch, or when upkeep has crashed where it is to. */
    synchronized long stretch() {
        PlannedFault next = next();
        return next != null && Plans.TIDYING.contains(next.point()) ? -1 - hits.size() : surroundings.epoch();
    }

    /** What happened so far. */
    synchronized List<Hit> hits() {
        return List.copyOf(hits);
    }

    /** Faults that never happened, or happened when nothing was at stake. */
    synchronized List<String> vacuous() {
        List<String> vacuous = new ArrayList<>();
        faults.subList(hits.size(), faults.size()).forEach(fault -> vacuous.add("never reached: " + fault));
        for (Hit hit : hits) {
            if (hit.fault().needsInput() && hit.unread() == 0) {
                vacuous.add("all was read already: " + hit);
            }
        }
        return vacuous;
    }
}
