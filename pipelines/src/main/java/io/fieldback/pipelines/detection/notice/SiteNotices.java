// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.cause.SiteCheck.SiteRise;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.lifecycle.Standing;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Traffic;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sites that report much more than they did, of everything, while others do not. */
final class SiteNotices {
    private static final int LENGTH = 28;
    private static final int SETTLED = 7;
    private static final int MONTH_END = 35;
    private static final int USUAL = 182;
    private static final double RISES = 1.6;
    private static final double SURELY = 1e-5;
    private static final double ENOUGH = 10;
    private static final int AGAIN = 182;
    private static final double DIP = 0.9;

    private final Known known;
    private final Outlook outlook;
    private final TreeMap<String, Integer> given;
    private final List<Notice> notices = new ArrayList<>();

    SiteNotices(Known known, Outlook outlook, TreeMap<String, Integer> given) {
        this.known = known;
        this.outlook = outlook;
        this.given = given;
    }

    /** All notices, also of sites to which an excess was put down. */
    List<Notice> with(List<SiteRise> rises) {
        for (SiteRise rise : rises) {
            give(rise.site(), rise.observed(), rise.expected().mean());
        }
        return notices;
    }

    /** Looks at every site. */
    void look() {
        int day = outlook.day();
        double[] sums = new double[4];
        for (Traffic site : known.reporters().sites().values()) {
            for (int late = 0; late < 2; late++) {
                int to = day - (late == 0 ? SETTLED : MONTH_END);
                sums[2 * late] += site.happened().sum(to - LENGTH + 1, to);
                sums[2 * late + 1] += site.happened().sum(to - LENGTH - USUAL, to - LENGTH);
            }
        }
        for (Map.Entry<String, Traffic> site : known.reporters().sites().entrySet()) {
            int late = outlook.learning().reporting(Measure.INCIDENT).atMonthEnd(site.getKey()) ? 1 : 0;
            int to = day - (late == 0 ? SETTLED : MONTH_END);
            double seen = site.getValue().happened().sum(to - LENGTH + 1, to);
            double before = site.getValue().happened().sum(to - LENGTH - USUAL, to - LENGTH);
            double others =
                    Math.max(DIP * LENGTH / USUAL, (sums[2 * late] - seen + 1) / (sums[2 * late + 1] - before + 1));
            double expected = before * others;
            boolean usual = site.getValue().happened().firstDay() < to - LENGTH - USUAL;
            if (usual && expected >= ENOUGH && seen >= RISES * expected) {
                Expected all = new Expected(expected, 1.5 * expected + 0.02 * expected * expected);
                if (all.chance(Math.round(seen)) < SURELY) {
                    give(site.getKey(), Math.round(seen), expected);
                }
            }
        }
    }

    private void give(String site, long observed, double expected) {
        String key = Standing.SITE + site;
        Integer before = given.get(key);
        if (before != null && outlook.day() - before < AGAIN) {
            return;
        }
        given.put(key, outlook.day());
        LocalDate day = LocalDate.ofEpochDay(outlook.day());
        String usual = String.format(Locale.ROOT, "%.0f", expected);
        notices.add(new Notice(
                AlertKind.SITE_EXCESS,
                new AlertScope(null, null, null, null, null, site, null, null),
                observed,
                expected,
                List.of("site=" + site),
                "Site " + site + " reports more of everything: " + observed + " cases against " + usual
                        + " usual, known by " + day + ". A matter of the site, not of a product.",
                "网点" + site + "各类故障普遍增多：" + observed + "件，通常" + usual + "件，截至" + day + "。属网点问题，非产品问题。"));
    }
}
