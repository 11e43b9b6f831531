// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Faults that visits of a campaign find: a recall, a service action. Whoever looks at thousands of units finds faults that
 * nobody would have complained of. A week with far more visits than the product's usual week is one of a campaign.
 */
final class Campaigns {
    private static final int WEEK = 7;
    private static final int FOUR_YEARS = 208;
    private static final int TWO_YEARS = 104;
    private static final double TIMES = 2;
    private static final double SOME = 3;

    /** Times its share of the units that a part of them may have of a campaign's visits: it may be for these above all. */
    private static final double MORE = 3;

    private final Known known;
    private final WatchRules rules;
    private final int firstWeek;
    private final int end;
    private final Map<String, double[]> beyond = new HashMap<>();
    private final Map<SeriesKey, Double> shares = new HashMap<>();

    /** As of the end of a day. */
    Campaigns(Known known, WatchRules rules, int day) {
        this.known = known;
        this.rules = rules;
        this.end = Months.week(day) + 1;
        this.firstWeek = end - FOUR_YEARS;
    }

    /** What campaigns may have found of a series in some days without its being news; nothing where there were none. */
    double found(SeriesKey key, int from, int to) {
        DayCounts visits = known.visits().get(key.product());
        if (visits == null || key.measure() == Measure.QUALITY_RETURN) {
            return 0;
        }
        double[] weeks = beyond.computeIfAbsent(key.product(), any -> beyond(visits));
        if (weeks.length == 0) {
            return 0;
        }
        double sum = 0;
        for (int week = Math.max(firstWeek, Months.week(from)); week <= Math.min(end - 1, Months.week(to)); week++) {
            int first = Math.max(from, Months.monday(week));
            int last = Math.min(to, Months.monday(week) + WEEK - 1);
            sum += weeks[week - firstWeek] * (last - first + 1) / WEEK;
        }
        return sum * rules.campaignShare() * share(key);
    }

    /**
     * The same of some of the product's units.
     *
     * @param share of all its units
     */
    double found(SeriesKey key, double share, int from, int to) {
        return Math.min(1, MORE * share) * found(key, from, to);
    }

    /** Visits beyond what is usual, by week; no week at all where there never was a campaign. */
    private double[] beyond(DayCounts visits) {
        double[] weeks = new double[FOUR_YEARS];
        for (int i = 0; i < FOUR_YEARS; i++) {
            int monday = Months.monday(firstWeek + i);
            weeks[i] = visits.sum(monday, monday + WEEK - 1);
        }
        int told = Math.max(1, Math.min(TWO_YEARS, end - Months.week(visits.firstDay())));
        double[] lately = Arrays.copyOfRange(weeks, FOUR_YEARS - told, FOUR_YEARS);
        Arrays.sort(lately);
        double usual = lately[told / 2];
        for (int i = 0; i < FOUR_YEARS; i++) {
            weeks[i] = Math.max(0, weeks[i] - TIMES * usual - SOME);
        }
        return AgeCurve.sum(weeks) > 0 ? weeks : new double[0];
    }

    /** Whoever looks for one fault finds any: a component as likely as another, or as it fails. */
    private double share(SeriesKey key) {
        return key.component().isEmpty()
                ? 1
                : shares.computeIfAbsent(key, any -> {
                    double all = 0;
                    double its = 0;
                    int components = 0;
                    for (Track track :
                            known.tracks(Measure.INCIDENT, key.product()).values()) {
                        double count = track.rows().size();
                        all += count;
                        its += track.key().component().equals(key.component()) ? count : 0;
                        components += track.key().component().isEmpty() ? 0 : 1;
                    }
                    return Math.max(its / Math.max(1, all), 1.0 / Math.max(1, components));
                });
    }
}
