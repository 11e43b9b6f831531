// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Law;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a campaign.
 *
 * @param hits faults that happened
 * @param vacuous planned faults that proved nothing
 * @param breaches laws broken, at the end or at a time it was read
 * @param hash logical content at the end
 * @param polls how often a reader looked
 * @param checked how many epochs it held against the oracle while the job ran
 * @param recoveries milliseconds from a fault to the next epoch, where one followed before the next fault
 */
record Verdict(
        List<FaultPlan.Hit> hits,
        List<String> vacuous,
        List<Breach> breaches,
        String hash,
        long polls,
        long checked,
        List<Long> recoveries) {

    static Verdict of(FaultPlan plan, EpochReader reader, List<Breach> atTheEnd, String hash) {
        // The first of each law says it; what follows from it fills pages.
        Map<Law, Breach> first = new EnumMap<>(Law.class);
        reader.breaches().forEach(breach -> first.putIfAbsent(breach.law(), breach));
        List<Breach> breaches = new ArrayList<>(first.values());
        breaches.addAll(atTheEnd);
        List<Long> recoveries = new ArrayList<>();
        for (FaultPlan.Hit hit : plan.hits()) {
            Long seen = reader.seenAfter(hit.epoch());
            if (seen != null && !hit.fault().mild()) {
                recoveries.add(Math.max(0, seen - hit.nanos()) / 1_000_000);
            }
        }
        return new Verdict(plan.hits(), plan.vacuous(), breaches, hash, reader.polls(), reader.checked(), recoveries);
    }

    /** One line, for people. */
    String line() {
        return hits.size() + " faults, " + polls + " polls, " + checked + " epochs checked, recovery p50 "
                + percentile(recoveries, 50) + " ms, p95 " + percentile(recoveries, 95) + " ms, "
                + (breaches.isEmpty() ? "no law broken" : breaches.size() + " laws broken");
    }

    static long percentile(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
