// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fieldback's own detector: for each week one p value of the last one, two and three weeks, from a rate by level, slope
 * and season in proportion to exposure, and apart from it a statistic of slow drift. It is made for thousands of sparse
 * series whose newest weeks are still being reported. Every number is a function of the weeks up to the one looked at.
 *
 * @param options what it is told
 */
public record FieldbackDetector(WatchOptions options) {
    /** The detector as it was tuned and proved. */
    public static FieldbackDetector standard() {
        return new FieldbackDetector(WatchOptions.standard());
    }

    /** Looks at one week of a series of which nothing else is known. */
    public WatchPoint at(WatchedSeries series, int now) {
        return over(series, now, now).get(0);
    }

    /**
     * Looks at one week of a series.
     *
     * @param prior what is held of its rate, as from {@link SeriesFamily}; a series with one may be shorter
     */
    public WatchPoint at(WatchedSeries series, int now, RatePrior prior) {
        return new Watch(options, series, Optional.of(prior)).at(now);
    }

    /**
     * Looks at one week after another.
     *
     * @param from position of the first
     * @param to position of the last
     */
    public List<WatchPoint> over(WatchedSeries series, int from, int to) {
        Watch watch = new Watch(options, series, Optional.empty());
        List<WatchPoint> points = new ArrayList<>();
        for (int now = from; now <= to; now++) {
            points.add(watch.at(now));
        }
        return points;
    }

    /**
     * Looks at the same week of all members of a family, such as the components of a product: what a member is too sparse
     * to tell of itself, its level, slope, season and dispersion, it borrows from them.
     *
     * @return one point a member
     */
    public List<WatchPoint> family(List<WatchedSeries> members, int now) {
        Optional<RatePrior> prior = SeriesFamily.prior(members, now, options);
        return members.stream()
                .map(member -> new Watch(options, member, prior).at(now))
                .toList();
    }
}
