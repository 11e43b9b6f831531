// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All looks of a day.
 *
 * @param findings that could be alerts
 * @param looks how many there were of each kind
 * @param series with cases in half a year
 * @param judged series of them of which anything could be expected and that were looked at
 */
public record FamilyLook(List<Finding> findings, Map<Group, Integer> looks, long series, long judged) {
    private static final int LIVE = 182;

    /** Looks at everything. */
    public static FamilyLook at(Known known, Outlook outlook, WatchRules rules, Ongoing ongoing) {
        SeriesScan scan = new SeriesScan(known, outlook, rules);
        List<Finding> findings = new ArrayList<>();
        EnumMap<Group, Integer> looks = new EnumMap<>(Group.class);
        TreeSet<SeriesKey> products = new TreeSet<>();
        TreeSet<SeriesKey> fresh = new TreeSet<>();
        CohortScan cohorts = new CohortScan(known, outlook, rules, CohortMonth.PRODUCTION);
        CohortScan inService = new CohortScan(known, outlook, rules, CohortMonth.IN_SERVICE);
        WearScan wear = new WearScan(known, outlook, rules);
        double cohortLooks = 0;
        double inServiceLooks = 0;
        int wearLooks = 0;
        long live = 0;
        long judged = 0;
        for (Track track : known.tracks().values()) {
            SeriesKey key = track.key();
            if (track.newest() < outlook.day() - LIVE || key.product().isEmpty()) {
                continue;
            }
            SeriesKey product = new SeriesKey(key.measure(), key.product(), "");
            products.add(product);
            if (track.newest() > outlook.before()) {
                fresh.add(product);
            }
            if (!key.component().isEmpty()) {
                live++;
                int from = Math.max(outlook.from(key), ongoing.closedOn(key) + 1);
                if (cohorts.looksAt(track)) {
                    wearLooks++;
                    cohortLooks += cohorts.looks(track, from);
                }
                if (inService.looksAt(track)) {
                    inServiceLooks += inService.looks(track, from);
                }
                if (track.newest() > outlook.before() && ongoing.mayOpen(key)) {
                    judged++;
                    scan.component(track, ongoing.closedOn(key)).ifPresent(findings::add);
                    if (cohorts.looksAt(track)) {
                        cohorts.best(track, from).ifPresent(findings::add);
                        wear.best(track, from).ifPresent(findings::add);
                    }
                    if (inService.looksAt(track)) {
                        inService.best(track, from).ifPresent(findings::add);
                    }
                }
            }
        }
        looks.put(Group.SERIES, (int) live);
        for (SeriesKey product : products) {
            looks.merge(Group.ofProduct(product, outlook), 1, Integer::sum);
            if (fresh.contains(product) && ongoing.mayOpen(product)) {
                scan.product(product, ongoing.componentsOf(product), ongoing.closedOn(product))
                        .ifPresent(findings::add);
            }
        }
        RegionScan regions = new RegionScan(known, outlook, rules);
        looks.put(Group.REGION, regions.looks());
        findings.addAll(regions.findings(ongoing));
        LotScan lots = new LotScan(known, outlook, rules);
        for (LotKey lot : lots.touched()) {
            if (ongoing.mayOpen(lot)) {
                lots.lot(lot, ongoing.closedOn(lot)).ifPresent(findings::add);
            }
        }
        looks.put(Group.LOT, (int) Math.ceil(lots.looks()));
        looks.put(Group.WEAR, wearLooks);
        looks.put(Group.COHORT, (int) Math.ceil(cohortLooks));
        looks.put(Group.IN_SERVICE, (int) Math.ceil(inServiceLooks));
        return new FamilyLook(findings, looks, live, judged);
    }
}
