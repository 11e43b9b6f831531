// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.TimeAxis;
import io.fieldback.statistics.fixture.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The long contests, by {@code ./mvnw -Pproofs -Dquick -pl statistics verify}: all detectors on all series. Tables are
 * printed and written to {@code target/detector-proofs}; {@code docs/designs/detection.md} has them.
 */
class DetectorProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 20261122);
    private static final int REPS = Integer.getInteger("fieldback.proofs.reps", 30);
    private static final int INJECTED = Integer.getInteger("fieldback.proofs.injected", 300);
    private static final int FLEETS = Integer.getInteger("fieldback.proofs.fleets", 60);
    private static final List<String> REAL = List.of("salmonella_agona", "salmNewport", "salmAllOnset", "momo_85plus");
    private static final Path FOLDER = Path.of("target", "detector-proofs");

    @Test
    void oursIsAheadOnTheSimulatedSet() throws IOException {
        isAhead("fixtures", "42 scenarios × 20 of the fixtures", NoufailySet.ofFixtures(rep -> true));
    }

    @Test
    void oursIsAheadOnOtherDraws() throws IOException {
        String title = "42 scenarios × " + REPS + ", seed " + SEED;
        isAhead("draws", title, NoufailySet.ofDraws(SEED, REPS));
    }

    @Test
    void oursIsNotBehindOnRealSeriesWithOutbreaksPutIn() throws IOException {
        Contest contest = new Contest(List.of(), List.of());
        for (String name : REAL) {
            assumeTrue(Fixture.find("series/" + name + ".csv").isPresent(), "the series " + name + " is absent");
            contest = contest.and(InjectedOutbreaks.contest(name, real(name), INJECTED, SEED));
        }
        List<Outcome> outcomes = contest.outcomes(all());
        publish("real", "real series, " + INJECTED + " outbreaks each, seed " + SEED, both(outcomes));
        Outcome ours = last(outcomes);
        for (double rate : new double[] {0.005, 0.01, 0.02}) {
            assertThat(ours.at(rate).found())
                    .as("detection at " + rate)
                    .isGreaterThan(outcomes.get(0).at(rate).found() - 0.02);
        }
    }

    @Test
    void onlyExposureTellsAGrowingFleetFromABadLot() throws IOException {
        for (int times : new int[] {2, 3}) {
            List<Rival> rivals = all();
            rivals.add(Rival.drift());
            List<Outcome> plain =
                    FleetDesign.contest(SEED, FLEETS, times, false).outcomes(rivals);
            List<Outcome> byAge =
                    FleetDesign.contest(SEED, FLEETS, times, true).outcomes(List.of(Rival.ours(), Rival.drift()));
            String title =
                    "fleets of which a lot has " + times + " times the hazard, " + FLEETS + " a kind, seed " + SEED;
            publish(
                    "fleets-" + times,
                    title,
                    "Counts alone\n\n" + ofFleets(plain) + "\nAges known\n\n" + ofFleets(byAge));
            for (Outcome outcome : plain) {
                assertThat(byAge.get(0).at(0.001).found())
                        .as("detection beside " + outcome.rival().name())
                        .isGreaterThan(outcome.at(0.001).found());
            }
            assertThat(byAge.get(0).falseAlarms()).isLessThan(0.015);
        }
    }

    private static List<Rival> all() {
        List<Rival> all = new ArrayList<>(Rival.others());
        all.add(Rival.ours());
        return all;
    }

    private static void isAhead(String name, String title, Contest contest) throws IOException {
        List<Outcome> outcomes = contest.outcomes(all());
        publish(name, title, both(outcomes));
        Outcome ours = last(outcomes);
        for (Outcome other : outcomes.subList(0, outcomes.size() - 1)) {
            assertThat(ours.at(0.005).found())
                    .isGreaterThan(Math.max(0.40, other.at(0.005).found()));
            assertThat(ours.at(0.01).found())
                    .isGreaterThan(Math.max(0.50, other.at(0.01).found()));
        }
    }

    private static Outcome last(List<Outcome> outcomes) {
        return outcomes.get(outcomes.size() - 1);
    }

    private static String both(List<Outcome> outcomes) {
        OutcomeTable table = new OutcomeTable(outcomes, 0.005, 0.01);
        return table.detection() + "\n" + table.groups(0.01);
    }

    /** There are many weeks in which to find a lot, so that rates of false alarms must be low to mean anything. */
    private static String ofFleets(List<Outcome> outcomes) {
        OutcomeTable table = new OutcomeTable(outcomes, 0.001, 0.005);
        return table.detection() + "\n" + table.groups(0.001);
    }

    private static CountSeries real(String name) {
        Fixture table = Fixture.present("series/" + name + ".csv");
        String day = table.text(0, "date");
        TimeAxis axis = day.isEmpty() ? new TimeAxis.Periods(52) : new TimeAxis.Weeks(LocalDate.parse(day));
        return CountSeries.of(table.counts("observed"), axis);
    }

    private static void publish(String name, String title, String text) throws IOException {
        System.out.println(title + "\n\n" + text);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".md"), title + "\n\n" + text);
    }
}
