// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.family.Youth;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Months of production of a product, or in service: runs of one to six, and of production all since a month. */
final class MonthSuspects {
    private static final double RUNS = 0.15;
    private static final double IN_SERVICE_RUNS = 0.03;
    private static final double SINCE = 0.1;
    private static final double DOUBT = 0.15;
    private static final int[] LENGTHS = {1, 2, 3, 6};
    private static final int BACK = 12;

    private final Known known;
    private final Outlook outlook;
    private final int recent;
    private final Function<SeriesKey, SliceCounts> counts;
    private final CohortMonth by;

    MonthSuspects(Known known, Outlook outlook, int recent, Function<SeriesKey, SliceCounts> counts, CohortMonth by) {
        this.known = known;
        this.outlook = outlook;
        this.recent = recent;
        this.counts = counts;
        this.by = by;
    }

    List<Suspect> of(SeriesKey key) {
        SliceCounts of = counts.apply(key);
        TreeMap<Integer, double[]> shares = new TreeMap<>();
        double weights = 0;
        for (Map.Entry<Integer, MonthUnits> cohort :
                by.cohorts(known.units(key.product()).now()).entrySet()) {
            if (cohort.getKey() >= 0) {
                shares.put(cohort.getKey(), of.shares(cohort.getValue()));
                weights += Youth.weight(cohort.getKey(), outlook.day());
            }
        }
        List<Suspect> suspects = new ArrayList<>();
        if (shares.size() < 2) {
            return suspects;
        }
        int newest = shares.lastKey();
        double runs = by == CohortMonth.PRODUCTION ? RUNS : IN_SERVICE_RUNS;
        for (int end : shares.keySet()) {
            double prior = runs * Youth.weight(end, outlook.day()) / weights / LENGTHS.length;
            for (int length : LENGTHS) {
                if (end < newest || length == 1) {
                    add(suspects, of, shares, end - length + 1, end, prior);
                }
            }
        }
        if (by.isLasting()) {
            for (int first = newest - 1; first > newest - BACK && shares.containsKey(first); first--) {
                add(suspects, of, shares, first, newest, SINCE / BACK);
            }
        }
        return suspects;
    }

    private void add(
            List<Suspect> suspects,
            SliceCounts of,
            TreeMap<Integer, double[]> shares,
            int first,
            int end,
            double prior) {
        long[] seen = new long[of.slices()];
        double[] its = new double[of.slices()];
        for (int month = first; month <= end; month++) {
            long[] counted = of.seen(by.column()).get(month);
            double[] share = shares.get(month);
            for (int i = 0; i < seen.length; i++) {
                seen[i] += counted == null ? 0 : counted[i];
                its[i] += share == null ? 0 : share[i];
            }
        }
        Strata strata = new Strata(recent).add(of, seen, its);
        if (strata.observed() > 1) {
            String value = first == end ? Months.text(first) : Months.text(first) + ".." + Months.text(end);
            suspects.add(strata.suspect(new Part(Axis.of(by), value), null, false, prior, DOUBT));
        }
    }
}
