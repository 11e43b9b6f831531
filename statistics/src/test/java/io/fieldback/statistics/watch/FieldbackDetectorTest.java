// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.detection.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldbackDetectorTest {
    private static final long SEED = 5101;
    private static final TimeAxis WEEKS = new TimeAxis.Periods(52);
    private static final FieldbackDetector DETECTOR = FieldbackDetector.standard();

    /** Five years, so that rate and dispersion are learned and not known. */
    @Test
    void smallChancesAreAsRareAsTheySay() {
        System.out.println("seed " + SEED);
        double[][] laws = {{0.3, 1.5}, {2, 2}, {8, 1}, {40, 3}};
        int weeks = 0;
        int rare = 0;
        for (int i = 0; i < 160; i++) {
            double[] law = laws[i % laws.length];
            WatchedSeries series = WatchedSeries.of(counts(new CountDraws(SEED + i), law[0], law[1], 312), WEEKS);
            for (int now = 262; now < 312; now += 3) {
                weeks++;
                rare += DETECTOR.at(series, now).p() <= 0.01 ? 1 : 0;
            }
        }
        assertThat(rare / (double) weeks).isBetween(0.006, 0.016);
    }

    @Test
    void exposureInOtherUnitsChangesNothing() {
        long[] counts = counts(new CountDraws(SEED), 4, 1.5, 300);
        double[] units = new double[300];
        Arrays.setAll(units, t -> 1000 + 10 * t);
        double[] thousands = Arrays.stream(units).map(u -> u / 1000).toArray();
        WatchPoint first = DETECTOR.at(WatchedSeries.of(counts, units, WEEKS), 299);
        WatchPoint second = DETECTOR.at(WatchedSeries.of(counts, thousands, WEEKS), 299);
        assertThat(second.p()).isCloseTo(first.p(), within(1e-6));
        assertThat(second.expected()).isCloseTo(first.expected(), within(1e-6));
        assertThat(second.drift()).isCloseTo(first.drift(), within(1e-6));
    }

    @Test
    void moreExposureExpectsMore() {
        long[] counts = counts(new CountDraws(SEED + 1), 4, 1, 300);
        double[] doubled = new double[300];
        Arrays.setAll(doubled, t -> t < 298 ? 1 : 2);
        double[] same = new double[300];
        Arrays.fill(same, 1);
        counts[299] = 9;
        WatchPoint few = DETECTOR.at(WatchedSeries.of(counts, same, WEEKS), 299);
        WatchPoint many = DETECTOR.at(WatchedSeries.of(counts, doubled, WEEKS), 299);
        assertThat(many.expected()).isCloseTo(2 * few.expected(), within(1e-9));
        assertThat(many.p()).isGreaterThan(5 * few.p());
    }

    @Test
    void aSilentSeriesIsNoAlarmAndItsFirstEventsAreOne() {
        long[] counts = new long[400];
        WatchPoint silent = DETECTOR.at(WatchedSeries.of(counts, WEEKS), 399);
        assertThat(silent.isJudged()).isTrue();
        assertThat(silent.expected()).isBetween(0.0, 0.01);
        assertThat(silent.p()).isGreaterThan(0.4);
        assertThat(silent.drift()).isZero();
        counts[399] = 3;
        assertThat(DETECTOR.at(WatchedSeries.of(counts, WEEKS), 399).p()).isLessThan(1e-4);
    }

    @Test
    void laterWeeksAreNotLookedAt() {
        long[] counts = counts(new CountDraws(SEED + 2), 3, 2, 300);
        long[] changed = counts.clone();
        Arrays.fill(changed, 280, 300, 50);
        assertThat(DETECTOR.over(WatchedSeries.of(changed, WEEKS), 275, 279))
                .isEqualTo(DETECTOR.over(WatchedSeries.of(counts, WEEKS), 275, 279));
    }

    @Test
    void aWeekAloneIsTheSameAsAmongOthers() {
        WatchedSeries series = WatchedSeries.of(
                counts(new CountDraws(SEED + 3), 3, 2, 300), new TimeAxis.Weeks(LocalDate.of(2019, 1, 7)));
        List<WatchPoint> points = DETECTOR.over(series, 100, 299);
        for (int now : new int[] {100, 200, 299}) {
            assertThat(DETECTOR.at(series, now)).isEqualTo(points.get(now - 100));
        }
    }

    @Test
    void aWeekHalfReportedIsHeldAgainstHalf() {
        long[] counts = counts(new CountDraws(SEED + 4), 12, 1.5, 300);
        double[] exposure = new double[300];
        double[] completeness = new double[300];
        Arrays.fill(exposure, 1);
        Arrays.fill(completeness, 1);
        completeness[299] = 0.5;
        counts[299] = 14;
        WatchPoint half = DETECTOR.at(new WatchedSeries(counts, exposure, completeness, WEEKS), 299);
        WatchPoint whole = DETECTOR.at(WatchedSeries.of(counts, exposure, WEEKS), 299);
        assertThat(half.expected()).isCloseTo(whole.expected() / 2, within(1e-9));
        assertThat(half.p()).isLessThan(0.02);
        assertThat(whole.p()).isGreaterThan(0.1);
        assertThat(half.phi()).isEqualTo(whole.phi());
    }

    @Test
    void weeksUnknownAreLeftOut() {
        long[] counts = counts(new CountDraws(SEED + 5), 12, 1, 300);
        double[] exposure = new double[300];
        double[] completeness = new double[300];
        Arrays.fill(exposure, 1);
        Arrays.fill(completeness, 1);
        for (int t = 150; t < 200; t++) {
            counts[t] = 0;
            completeness[t] = 0;
        }
        WatchedSeries series = new WatchedSeries(counts, exposure, completeness, WEEKS);
        assertThat(DETECTOR.at(series, 299).expected()).isBetween(10.5, 13.5);
        WatchPoint unknown = DETECTOR.at(series, 160);
        assertThat(unknown.standing()).isEqualTo(Standing.NOT_REPORTED);
        assertThat(unknown.p()).isNaN();
    }

    @Test
    void tooShortAHistoryIsSaidToBe() {
        WatchedSeries series = WatchedSeries.of(new long[60], WEEKS);
        assertThat(DETECTOR.at(series, 20).standing()).isEqualTo(Standing.TOO_SHORT);
        assertThat(DETECTOR.at(series, 20).p()).isNaN();
        assertThat(DETECTOR.at(series, 40).isJudged()).isTrue();
        assertThat(DETECTOR.at(series, 40).drift()).isNaN();
    }

    @Test
    void whatCannotBeLookedAtIsRefused() {
        WatchedSeries series = WatchedSeries.of(new long[60], WEEKS);
        assertThatThrownBy(() -> DETECTOR.at(series, 60))
                .hasMessage("Cannot look at position 60 of a series of 60 weeks: there is no such position");
        assertThatThrownBy(() -> WatchedSeries.of(new long[] {-1}, WEEKS))
                .hasMessage("Cannot form series with count -1, exposure 1.0 and completeness 1.0 at position 0: count"
                        + " and exposure must not be negative, completeness must lie between 0 and 1");
        assertThatThrownBy(() -> WatchedSeries.of(new long[] {1}, new double[] {0}, WEEKS))
                .hasMessage("Cannot form series with count 1, exposure 0.0 and completeness 1.0 at position 0: where"
                        + " nothing is at risk or nothing reported there is nothing to count");
        assertThatThrownBy(() -> WatchedSeries.of(new long[2], new double[1], WEEKS))
                .hasMessage("Cannot form series of 2 counts, 1 exposures and 2 completenesses: they must be as many");
        assertThatThrownBy(() -> DETECTOR.family(List.of(), 3))
                .hasMessage("Cannot form family of no series: there must be at least one");
    }

    static long[] counts(CountDraws draws, double mean, double phi, int weeks) {
        long[] counts = new long[weeks];
        for (int t = 0; t < weeks; t++) {
            counts[t] = draws.count(mean, phi);
        }
        return counts;
    }
}
