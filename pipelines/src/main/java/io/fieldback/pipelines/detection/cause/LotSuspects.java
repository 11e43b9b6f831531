// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.family.Youth;
import io.fieldback.pipelines.detection.series.Codes;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Lots of a component, each in all products that have it, and their suppliers. */
final class LotSuspects {
    private static final double LOTS = 0.3;
    private static final double SUPPLIERS = 0.015;
    private static final double DOUBT = 0.15;

    private final Known known;
    private final Outlook outlook;
    private final int recent;
    private final Function<SeriesKey, SliceCounts> counts;

    LotSuspects(Known known, Outlook outlook, int recent, Function<SeriesKey, SliceCounts> counts) {
        this.known = known;
        this.outlook = outlook;
        this.recent = recent;
        this.counts = counts;
    }

    /** Those that have failed in a product. */
    List<Suspect> of(SeriesKey key) {
        List<LotUnits> lots = new ArrayList<>();
        double weights = 0;
        for (LotUnits lot : known.lotsOf(key.component())) {
            if (lot.products().containsKey(key.product())) {
                lots.add(lot);
                weights += Youth.weight(lot.produced().lastKey(), outlook.day());
            }
        }
        List<Suspect> suspects = new ArrayList<>();
        for (LotUnits lot : lots) {
            double prior = LOTS * Youth.weight(lot.produced().lastKey(), outlook.day()) / weights;
            Strata strata = new Strata(recent);
            for (Map.Entry<String, MonthUnits> product : lot.products().entrySet()) {
                SeriesKey its = new SeriesKey(Measure.INCIDENT, product.getKey(), key.component());
                if (outlook.judges(its) && outlook.exposed(its)) {
                    SliceCounts of = counts.apply(its);
                    strata.add(of, seen(of, lot), of.shares(product.getValue()));
                }
            }
            if (strata.observed() > 1) {
                Part part = new Part(Axis.LOT, lot.key().lot());
                suspects.add(strata.suspect(part, lot.key(), false, prior, DOUBT));
            }
        }
        suspects.addAll(suppliers(key, lots));
        return suspects;
    }

    private List<Suspect> suppliers(SeriesKey key, List<LotUnits> lots) {
        SliceCounts of = counts.apply(key);
        TreeMap<String, double[]> shares = new TreeMap<>();
        TreeMap<String, long[]> seen = new TreeMap<>();
        for (LotUnits lot : lots) {
            MonthUnits units = lot.products().get(key.product());
            if (units != null) {
                double[] its = of.shares(units);
                double[] sums = shares.computeIfAbsent(lot.key().supplier(), any -> new double[its.length]);
                long[] counted = seen.computeIfAbsent(lot.key().supplier(), any -> new long[its.length]);
                long[] failures = seen(of, lot);
                for (int i = 0; i < its.length; i++) {
                    sums[i] += its[i];
                    counted[i] += failures[i];
                }
            }
        }
        List<Suspect> suspects = new ArrayList<>();
        if (shares.size() > 1) {
            shares.forEach((supplier, its) -> suspects.add(new Strata(recent)
                    .add(of, seen.get(supplier), its)
                    .suspect(new Part(Axis.SUPPLIER, supplier), null, false, SUPPLIERS / shares.size(), DOUBT)));
        }
        return suspects;
    }

    private long[] seen(SliceCounts of, LotUnits lot) {
        int code = known.codes().find(lot.key().lot());
        long[] seen = code == Codes.NONE ? null : of.seen(Column.LOT).get(code);
        return seen == null ? new long[of.slices()] : seen;
    }
}
