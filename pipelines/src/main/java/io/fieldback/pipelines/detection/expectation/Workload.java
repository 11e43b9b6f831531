// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.Fellows;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What all others did in some days, as a share of what they usually do: series of other products and other components that
 * share a source. Holidays, sales peaks and uploads are not quality. Few others are drawn to the calendar.
 */
final class Workload {
    private static final int USUAL_FROM = 119;
    private static final int USUAL_TO = 28;
    private static final double FIRM = 30;
    private static final double DIP = 0.9;

    private final Known known;
    private final Learning learning;
    private final int day;
    private final CalendarWork calendar;
    private final Map<SeriesKey, DayCounts> groups = new HashMap<>();

    Workload(Known known, Learning learning, int day) {
        this.known = known;
        this.learning = learning;
        this.day = day;
        this.calendar = new CalendarWork(known, day);
    }

    /**
     * How much was done.
     *
     * @param factor of the usual
     * @param variance of its logarithm
     */
    record Factor(double factor, double variance) {}

    /**
     * What others did in some days.
     *
     * @param reported share of the events of these days that is known
     */
    Factor of(SeriesKey key, int from, int to, double reported) {
        double[] share = {0, 0};
        others(key, from, to, day - USUAL_FROM, day - USUAL_TO, share);
        double let = calendar.of(from, to);
        double usual = share[1] / (USUAL_FROM - USUAL_TO + 1) * (to - from + 1) * reported;
        // Others that fell silent make nothing rarer: below what the calendar says, less is not believed.
        double factor = let * Math.max(DIP, (share[0] + FIRM) / (usual * let + FIRM));
        // Where there are no others nothing is learned of them, and nothing is in doubt.
        return new Factor(factor, usual / (usual + FIRM) / (Math.max(0, share[0]) + FIRM));
    }

    private void others(SeriesKey key, int from, int to, int usualFrom, int usualTo, double[] sums) {
        DayCounts all = ofFellows(key, "");
        DayCounts product = known.total(key.measure(), key.product(), "");
        sums[0] = all.sum(from, to) - product.sum(from, to);
        sums[1] = all.sum(usualFrom, usualTo) - product.sum(usualFrom, usualTo);
        if (key.component().isEmpty()) {
            for (String main : learning.mainComponents(key.measure(), key.product())) {
                SeriesKey its = new SeriesKey(key.measure(), key.product(), main);
                DayCounts here = Objects.requireNonNull(known.tracks().get(its)).counts(false);
                DayCounts everywhere = ofFellows(key, main);
                sums[0] -= everywhere.sum(from, to) - here.sum(from, to);
                sums[1] -= everywhere.sum(usualFrom, usualTo) - here.sum(usualFrom, usualTo);
            }
            return;
        }
        DayCounts component = ofFellows(key, key.component());
        DayCounts own = known.tracks().containsKey(key)
                ? Objects.requireNonNull(known.tracks().get(key)).counts(false)
                : new DayCounts();
        sums[0] += own.sum(from, to) - component.sum(from, to);
        sums[1] += own.sum(usualFrom, usualTo) - component.sum(usualFrom, usualTo);
        if (sums[1] < FIRM * (usualTo - usualFrom + 1) / 7) {
            sums[0] = all.sum(from, to) - component.sum(from, to);
            sums[1] = all.sum(usualFrom, usualTo) - component.sum(usualFrom, usualTo);
        }
    }

    /** A component, or all of them, in all products that share sources with that of a series. */
    private DayCounts ofFellows(SeriesKey key, String component) {
        Fellows fellows = learning.fellows();
        if (fellows.areAll()) {
            return known.total(key.measure(), "", component);
        }
        String group = fellows.group(key.product());
        return groups.computeIfAbsent(new SeriesKey(key.measure(), group, component), any -> {
            DayCounts sum = new DayCounts();
            for (String product : fellows.of(group)) {
                DayCounts its = known.totalOf(new SeriesKey(key.measure(), product, component));
                for (int at = day - USUAL_FROM; at <= day; at++) {
                    sum.add(at, its.on(at));
                }
            }
            return sum;
        });
    }
}
