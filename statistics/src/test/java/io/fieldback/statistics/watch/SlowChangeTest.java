// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.detection.TimeAxis;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What changes over months: drift, levels that wander, fleets that age. */
class SlowChangeTest {
    private static final long SEED = 5301;
    private static final TimeAxis AXIS = new TimeAxis.Periods(52);
    private static final FieldbackDetector DETECTOR = FieldbackDetector.standard();

    @Test
    void aSlowRiseIsADriftAndNoAlarm() {
        System.out.println("seed " + SEED);
        int drifting = 0;
        int alarms = 0;
        int steady = 0;
        for (int i = 0; i < 40; i++) {
            CountDraws draws = new CountDraws(SEED + i);
            long[] counts = FieldbackDetectorTest.counts(draws, 5, 1.3, 312);
            steady += DETECTOR.at(WatchedSeries.of(counts, AXIS), 311).drift() > 3 ? 1 : 0;
            for (int t = 272; t < 312; t++) {
                counts[t] = draws.count(7.5, 1.3);
            }
            WatchPoint point = DETECTOR.at(WatchedSeries.of(counts, AXIS), 311);
            drifting += point.drift() > 3 ? 1 : 0;
            alarms += point.p() <= 0.005 ? 1 : 0;
        }
        assertThat(drifting).isGreaterThan(30);
        assertThat(alarms).isLessThan(8);
        assertThat(steady).isLessThan(3);
    }

    @Test
    void aLevelThatKeepsToItsLineDoesNotWander() {
        CountDraws draws = new CountDraws(SEED + 100);
        int wandering = 0;
        for (int i = 0; i < 50; i++) {
            double[] counts = doubles(FieldbackDetectorTest.counts(draws, 6, 1.5, 400));
            double[] expected = new double[400];
            Arrays.fill(expected, 6);
            wandering += WanderingLevel.of(counts, expected, 1.5).deviation() > 0 ? 1 : 0;
        }
        assertThat(wandering).isLessThan(5);
    }

    @Test
    void aLevelThatSteppedUpIsFollowed() {
        CountDraws draws = new CountDraws(SEED + 101);
        double[] counts = doubles(FieldbackDetectorTest.counts(draws, 10, 1, 400));
        for (int t = 300; t < 400; t++) {
            counts[t] = draws.count(16, 1);
        }
        double[] expected = new double[400];
        Arrays.fill(expected, 11.5);
        assertThat(WanderingLevel.of(counts, expected, 1).factor(3)).isBetween(1.2, 1.55);
    }

    @Test
    void hazardsByAgeAreFoundAgain() {
        CountDraws draws = new CountDraws(SEED + 102);
        double[] truth = {0.004, 0.001, 0.0005, 0.002};
        double[][] units = new double[100][];
        long[][] events = new long[100][4];
        for (int t = 0; t < 100; t++) {
            units[t] = new double[] {1000 + 10 * t, 900, 800, 700};
            for (int age = 0; age < 4; age++) {
                events[t][age] = draws.poisson(truth[age] * units[t][age]);
            }
        }
        AgeHazard found = AgeHazard.of(units, events, 90);
        for (int age = 0; age < 4; age++) {
            assertThat(found.hazard()[age]).isCloseTo(truth[age], within(0.25 * truth[age]));
        }
        assertThat(found.expected(units)[99])
                .isCloseTo(1990 * truth[0] + 900 * truth[1] + 800 * truth[2] + 700 * truth[3], within(1.5));
        assertThatThrownBy(() -> found.expected(new double[1][3]))
                .hasMessage("Cannot expect events of 3 ages in week 0: hazards are known of 4");
        assertThatThrownBy(() -> new AgeHazard(new double[] {-1}))
                .hasMessage("Cannot form hazard of -1.0 events a week: it must not be negative nor infinite");
    }

    @Test
    void agesTellAFleetThatGrowsFromABadLot() {
        Contest plain = FleetDesign.contest(SEED, 3, 3, false);
        Contest byAge = FleetDesign.contest(SEED, 3, 3, true);
        assertThat(plain.outcome(Rival.others().get(0)).falseAlarms()).isGreaterThan(0.02);
        assertThat(byAge.outcome(Rival.ours()).falseAlarms()).isLessThan(0.02);
    }

    private static double[] doubles(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }
}
