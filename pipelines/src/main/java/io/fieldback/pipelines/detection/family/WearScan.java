// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.CohortOutlook;
import io.fieldback.pipelines.detection.expectation.CohortOutlook.Ages;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.AgeGroups;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.Track;
import java.util.Optional;

/**
 * Whether a component wears out early: failures of older units, held against what the younger ones of the same cohort and
 * the hazard of all others let expect at their age. Cohorts are half years of production, and the product as a whole
 * against the other models of its line.
 */
final class WearScan {
    private static final int HALF_YEAR = 6;
    private static final int YEARS = 36;
    private static final int[] OLD = {AgeGroups.of(3), AgeGroups.of(6), AgeGroups.of(12)};

    /** Cohorts that are looked at, and ages, given that they overlap. */
    private static final double COHORT_LOOKS = 18;

    private static final double WHOLE_LOOKS = 3;

    /** Times what is expected at all ages together that there must be. */
    private static final double CLEARLY = 1.25;

    /** Failures that the level of the young counts for before it is known. */
    private static final double FIRM = 8;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;

    WearScan(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
    }

    /**
     * The most surprising finding of a series, if any could be an alert.
     *
     * @param from first day that counts
     */
    Optional<Finding> best(Track track, int from) {
        CohortOutlook cohorts = CohortOutlook.of(known, outlook, track, CohortMonth.PRODUCTION, from);
        Best best = new Best();
        cohorts.wholeByOthers().ifPresent(ages -> offer(best, track, ages, null, from, WHOLE_LOOKS));
        int newest = Months.of(outlook.day()) - OLD[0];
        for (int end = newest; end > newest - YEARS; end--) {
            int first = end - HALF_YEAR + 1;
            if (cohorts.counts().observed(first, end) >= rules.minimumExcess()) {
                Part part = new Part(Axis.PRODUCTION_MONTH, Months.text(first) + ".." + Months.text(end));
                double looks = COHORT_LOOKS / Youth.weight(end, outlook.day());
                offer(best, track, cohorts.ages(first, end), part, Math.max(from, Months.first(first)), looks);
            }
        }
        return Optional.ofNullable(best.finding());
    }

    private void offer(
            Best best, Track track, Ages ages, @org.jspecify.annotations.Nullable Part part, int from, double looks) {
        for (int old : OLD) {
            double youngExpected = ages.expected(0) - ages.expected(old);
            double young = ages.observed(0) - ages.observed(old);
            double level = (young + FIRM) / (youngExpected + FIRM);
            double mean = level * ages.expected(old);
            double observed = ages.observed(old);
            if (mean <= 0 || observed - mean < rules.minimumExcess() || observed < rules.minimumRatio() * mean) {
                continue;
            }
            double all = observed + young;
            double allMean = mean + level * youngExpected;
            if (all - allMean < rules.minimumExcess() || all < CLEARLY * allMean) {
                continue;
            }
            // A campaign finds faults in old units that would have failed one day.
            double found = outlook.found(track.key(), from, outlook.day());
            Expected expected = CohortOutlook.expected(mean, 1 / (1 / ages.known() + 1 / (young + FIRM)))
                    .plus(found);
            double p = Math.min(1, expected.chance(Math.round(observed)) * looks);
            best.add(new Finding(
                    Group.WEAR,
                    track.key(),
                    part,
                    null,
                    false,
                    from,
                    outlook.day(),
                    Math.round(all),
                    CohortOutlook.expected(allMean, ages.known()).plus(found),
                    p,
                    p,
                    new Finding.Wear(AgeGroups.start(old), Math.round(observed), expected.mean())));
        }
    }
}
