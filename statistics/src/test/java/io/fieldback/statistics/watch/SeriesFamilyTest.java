// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.statistics.detection.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesFamilyTest {
    private static final long SEED = 5201;
    private static final int WEEKS = 312;
    private static final TimeAxis AXIS = new TimeAxis.Periods(52);
    private static final WatchOptions OPTIONS = WatchOptions.standard();

    /** Components with one season, strong, and levels from busy to sparse. */
    @Test
    void aSparseMemberBorrowsTheSeason() {
        System.out.println("seed " + SEED);
        int peak = 5 * 52;
        int trough = 5 * 52 + 26;
        double alone = 0;
        double inFamily = 0;
        for (int round = 0; round < 10; round++) {
            List<WatchedSeries> members = family(new CountDraws(SEED + round), 0.08);
            RatePrior prior = SeriesFamily.prior(members, WEEKS - 1, OPTIONS).orElseThrow();
            WatchedSeries sparse = members.get(members.size() - 1);
            alone += ratio(sparse, RatePrior.alone(Math.log(0.08)), peak, trough);
            inFamily += ratio(sparse, prior, peak, trough);
        }
        double truth = 1.6;
        assertThat(Math.abs(inFamily / 10 - truth)).isLessThan(0.3);
        assertThat(alone / 10).isLessThan(inFamily / 10);
    }

    @Test
    void aBusyMemberOverrulesTheFamily() {
        CountDraws draws = new CountDraws(SEED + 50);
        List<WatchedSeries> members = new ArrayList<>(family(draws, 0.08));
        members.add(WatchedSeries.of(FieldbackDetectorTest.counts(draws, 60, 1, WEEKS), AXIS));
        List<WatchPoint> points = FieldbackDetector.standard().family(members, WEEKS - 1);
        assertThat(points).hasSize(members.size()).allMatch(WatchPoint::isJudged);
        assertThat(points.get(members.size() - 1).expected()).isBetween(55.0, 65.0);
    }

    @Test
    void aNewMemberIsJudgedByTheFamilyFromItsFirstMonths() {
        List<WatchedSeries> members = family(new CountDraws(SEED + 60), 1);
        int first = WEEKS - 20;
        long[] counts = new long[WEEKS];
        double[] exposure = new double[WEEKS];
        for (int t = first; t < WEEKS; t++) {
            exposure[t] = 1;
        }
        counts[WEEKS - 1] = 14;
        WatchedSeries fresh = WatchedSeries.of(counts, exposure, AXIS);
        RatePrior prior = SeriesFamily.prior(members, WEEKS - 1, OPTIONS).orElseThrow();
        FieldbackDetector detector = FieldbackDetector.standard();
        assertThat(detector.at(fresh, WEEKS - 1).standing()).isEqualTo(Standing.TOO_SHORT);
        assertThat(detector.at(fresh, WEEKS - 1, prior).p()).isLessThan(0.001);
    }

    @Test
    void membersOfOtherLengthsAreRefused() {
        List<WatchedSeries> members =
                List.of(WatchedSeries.of(new long[100], AXIS), WatchedSeries.of(new long[99], AXIS));
        assertThatThrownBy(() -> SeriesFamily.prior(members, 98, OPTIONS))
                .hasMessage("Cannot form family of series of 100 and 99 weeks: they must be of one length");
    }

    /** Rate at the peak of the season over that at the trough, on the scale of the logarithm. */
    private static double ratio(WatchedSeries series, RatePrior prior, int peak, int trough) {
        SeasonWaves waves = SeasonWaves.of(series.length(), AXIS);
        LearnedRate rate = LearnedRate.of(new Baseline(series, waves, 0, WEEKS - 6), prior, OPTIONS);
        return Math.log(rate.mean(peak) / rate.mean(trough));
    }

    private static List<WatchedSeries> family(CountDraws draws, double sparsest) {
        List<WatchedSeries> members = new ArrayList<>();
        for (double level : new double[] {8, 3, 5, 1, 2, sparsest}) {
            long[] counts = new long[WEEKS];
            for (int t = 0; t < WEEKS; t++) {
                counts[t] = draws.count(level * Math.exp(0.8 * Math.cos(2 * Math.PI * t / 52)), 1.4);
            }
            members.add(WatchedSeries.of(counts, AXIS));
        }
        return members;
    }
}
