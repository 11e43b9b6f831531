// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What came of a detector's alarms in fleets whose faults are known.
 *
 * @param falseAlarms alarms that no fault explains
 * @param seriesMonths series of a product's component's symptom times months under watch
 * @param finds of each planted fault
 */
record Score(int falseAlarms, double seriesMonths, List<Find> finds) {
    /** Alarms of the same product and component are one as long as there is no longer pause between them. */
    static final int QUIET_DAYS = 56;

    /** A fault counts as found within half a year of its onset. */
    static final int FOUND_WITHIN = 182;

    /** What became of one fault: days to the first alarm, or -1; what each alarm named; how many alerts it had. */
    record Find(Fault fault, int delay, List<String> named, int alerts) {
        boolean isFound() {
            return delay >= 0 && delay <= FOUND_WITHIN;
        }

        /** What was named first, if ever; else empty. */
        String firstNamed() {
            return named.stream().filter(name -> !name.isEmpty()).findFirst().orElse("");
        }

        /** Whether what is named first carries the fault. */
        boolean isNamed() {
            return isFound() && fault.isNamedBy(firstNamed());
        }

        /** Whether the first alarm of all names what carries the fault. */
        boolean isNamedAtOnce() {
            return isFound() && fault.isNamedBy(named.get(0));
        }

        /** Whether the first alarm names anything. */
        boolean namesSomething() {
            return isFound() && !named.get(0).isEmpty();
        }
    }

    /** Nothing yet. */
    static Score none() {
        return new Score(0, 0, List.of());
    }

    /** The score of alarms in one fleet. */
    static Score of(FleetOptions options, List<Fault> faults, List<Alarm> alarms) {
        List<Alarm> inOrder = new ArrayList<>(alarms);
        inOrder.sort(Comparator.comparingInt(Alarm::day));
        Map<String, Integer> last = new HashMap<>();
        List<Alarm> opened = new ArrayList<>();
        for (Alarm alarm : inOrder) {
            Integer before = last.put(new TreeSet<>(alarm.models()) + "|" + alarm.component(), alarm.day());
            if ((before == null || alarm.day() - before > QUIET_DAYS) && alarm.day() >= options.watched()) {
                opened.add(alarm);
            }
        }
        int falseAlarms = 0;
        for (Alarm alarm : opened) {
            falseAlarms += faults.stream().anyMatch(alarm::isOf) ? 0 : 1;
        }
        List<Find> finds = new ArrayList<>();
        for (Fault fault : faults) {
            List<Alarm> of = inOrder.stream().filter(alarm -> alarm.isOf(fault)).toList();
            int alerts =
                    (int) opened.stream().filter(alarm -> alarm.isOf(fault)).count();
            int delay = of.isEmpty() ? -1 : of.get(0).day() - fault.onset();
            finds.add(new Find(fault, delay, of.stream().map(Alarm::cause).toList(), alerts));
        }
        double months = (options.end() - options.watched()) / 30.44;
        return new Score(falseAlarms, options.size().series() * months, finds);
    }

    Score and(Score other) {
        List<Find> both = new ArrayList<>(finds);
        both.addAll(other.finds);
        return new Score(falseAlarms + other.falseAlarms, seriesMonths + other.seriesMonths, both);
    }

    /** False alarms per 1,000 months of a series. */
    double falsePerThousand() {
        return falseAlarms * 1000 / seriesMonths;
    }

    /** Share of the faults found. */
    double found() {
        return finds.stream().filter(Find::isFound).count() / (double) finds.size();
    }

    /** Median days from onset to alarm of those found; not a number if none was. */
    double delay() {
        double[] delays = finds.stream()
                .filter(Find::isFound)
                .mapToDouble(Find::delay)
                .sorted()
                .toArray();
        return delays.length == 0 ? Double.NaN : delays[delays.length / 2];
    }

    /**
     * Days from onset by which half of all faults had their alarm, those that were missed counted as never: unlike the
     * delay of those found it does not grow with each fault that is hard to find. Empty if fewer were found.
     */
    OptionalInt halfBy() {
        int[] delays = finds.stream()
                .filter(Find::isFound)
                .mapToInt(Find::delay)
                .sorted()
                .toArray();
        int half = (finds.size() + 1) / 2;
        return delays.length < half ? OptionalInt.empty() : OptionalInt.of(delays[half - 1]);
    }

    /** Of those found for which something was named, the share whose first name is right; 1 if there are none. */
    double namedRightly() {
        List<Find> named = finds.stream()
                .filter(find -> find.isFound() && !find.firstNamed().isEmpty())
                .toList();
        return named.isEmpty() ? 1 : named.stream().filter(Find::isNamed).count() / (double) named.size();
    }

    /** Of those found, the share whose first alarm names anything; 0 if there are none. */
    double named() {
        List<Find> found = finds.stream().filter(Find::isFound).toList();
        return found.isEmpty() ? 0 : found.stream().filter(Find::namesSomething).count() / (double) found.size();
    }

    /** Of the same faults, how this score and another compare. */
    Race against(Score other) {
        int first = 0;
        int last = 0;
        int even = 0;
        List<Integer> lead = new ArrayList<>();
        for (int i = 0; i < finds.size(); i++) {
            Find its = finds.get(i);
            Find theirs = other.finds.get(i);
            int mine = its.isFound() ? its.delay() : Integer.MAX_VALUE;
            int yours = theirs.isFound() ? theirs.delay() : Integer.MAX_VALUE;
            first += mine < yours ? 1 : 0;
            last += mine > yours ? 1 : 0;
            even += mine == yours && its.isFound() ? 1 : 0;
            if (its.isFound() && theirs.isFound()) {
                lead.add(yours - mine);
            }
        }
        lead.sort(Comparator.naturalOrder());
        return new Race(first, even, last, lead.size(), lead.isEmpty() ? 0 : lead.get(lead.size() / 2));
    }

    /**
     * Who alarmed first.
     *
     * @param first faults that this one found earlier, or alone
     * @param even found in the same look
     * @param last found later, or not at all
     * @param both found by both
     * @param lead median of days by which this one was earlier in those
     */
    record Race(int first, int even, int last, int both, int lead) {}

    /** The same of some faults only. */
    Score of(Predicate<Fault> faults) {
        return new Score(
                falseAlarms,
                seriesMonths,
                finds.stream().filter(find -> faults.test(find.fault())).toList());
    }
}
