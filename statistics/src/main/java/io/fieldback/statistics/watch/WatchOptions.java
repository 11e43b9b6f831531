// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

/**
 * What Fieldback's detector is told. The standard values were chosen on simulated series of other seeds than the ones it
 * is judged by; {@code docs/designs/detection.md} has what was tried and what it gave.
 *
 * @param history weeks a rate is learned from at most
 * @param excluded newest weeks kept out of them, those scanned included
 * @param rounds how often past outbreaks are left out and the rate is fitted anew
 * @param weekTail chance of a week without outbreak to be taken for one
 * @param pairTail chance of two neighbouring weeks without outbreak to be taken for one
 * @param scanWeights weights of the last one, two and three weeks in the p value
 * @param freshExcess standard deviations by which a week must exceed its mean before the weeks before it count too
 * @param known p value of a week alone from which on it does not count again in the weeks after it
 * @param driftWeeks weeks that the drift statistic runs over
 * @param driftRatio rise that it is made for, above 1
 * @param leastKnown weeks with anything at risk and reported that a series of its own needs
 * @param leastKnownInFamily the same of a series of which a prior is held
 */
public record WatchOptions(
        int history,
        int excluded,
        int rounds,
        double weekTail,
        double pairTail,
        double[] scanWeights,
        double freshExcess,
        double known,
        int driftWeeks,
        double driftRatio,
        int leastKnown,
        int leastKnownInFamily) {
    private static final int TWENTY_YEARS = 1044;
    private static final int YEAR = 52;

    /** Checks what would make no sense. */
    public WatchOptions {
        if (history < 1 || excluded < RecentWeeks.SCANNED || rounds < 0 || leastKnown < 2 || leastKnownInFamily < 2) {
            throw new IllegalArgumentException("Cannot learn a rate from " + history + " weeks, " + excluded
                    + " excluded, in " + rounds + " rounds, of at least " + leastKnown + " or " + leastKnownInFamily
                    + " known: weeks must be at least 1, excluded at least " + RecentWeeks.SCANNED
                    + ", rounds not negative, known at least 2");
        }
        if (!(weekTail > 0 && weekTail < 0.5 && pairTail > 0 && pairTail < 0.5)) {
            throw new IllegalArgumentException("Cannot tell outbreaks by chances of " + weekTail + " and " + pairTail
                    + ": they must lie between 0 and 0.5");
        }
        if (scanWeights.length != RecentWeeks.SCANNED
                || !(known > 0 && known < 0.5 && driftWeeks > 0 && driftRatio > 1)) {
            throw new IllegalArgumentException("Cannot watch with " + scanWeights.length + " weights, weeks known by "
                    + known + ", " + driftWeeks + " weeks of drift and a ratio of " + driftRatio
                    + ": there must be " + RecentWeeks.SCANNED
                    + " weights, a chance between 0 and 0.5, a week at least and a ratio above 1");
        }
    }

    /** The values the detector was tuned to. */
    public static WatchOptions standard() {
        return new WatchOptions(
                TWENTY_YEARS,
                6,
                1,
                0.003,
                0.005,
                new double[] {1, 1, 0.1},
                1.5,
                0.003,
                YEAR,
                1.25,
                YEAR / 2,
                2 * YEAR / 13);
    }
}
