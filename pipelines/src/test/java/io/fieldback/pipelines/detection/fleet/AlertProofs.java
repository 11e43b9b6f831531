// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.fleet.FleetOptions.Launch;
import io.fieldback.pipelines.detection.fleet.FleetOptions.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The long proofs of alerting, by {@code ./mvnw -Pproofs -Dquick -pl pipelines -am verify}. Tables are printed and
 * written to {@code target/alert-proofs}; {@code docs/designs/alerts.md} has them.
 */
class AlertProofs {
    private static final long TUNING = Long.getLong("fieldback.proofs.tuning", 1);
    private static final long SCORED = Long.getLong("fieldback.seed", 1001);
    private static final int SEEDS = Integer.getInteger("fieldback.proofs.seeds", 20);
    private static final int TUNED = Integer.getInteger("fieldback.proofs.tuned", 6);
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Path FOLDER = Path.of("target", "alert-proofs");

    @Test
    void faultsAreFoundAheadOfOtherDetectors() throws IOException {
        Comparison comparison = new Comparison(2, List.of(5.0, 1.0));
        Comparison.Thresholds thresholds = comparison.tune(TUNING, TUNED, TUNED);
        Comparison.Scores scores = Comparison.Scores.none();
        for (long seed = SCORED; seed < SCORED + SEEDS; seed++) {
            comparison.score(thresholds, seed, scores);
            publish(
                    "comparison",
                    "seeds " + SCORED + " to " + seed + ", thresholds " + thresholds,
                    ScoreTable.of(scores));
        }
        for (double rate : comparison.rates()) {
            Score ours = scores.of(rate, "Fieldback");
            for (FleetRival rival : FleetRival.values()) {
                isAhead(ours, scores.of(rate, rival.label()), "beside " + rival.label() + " at " + rate);
            }
            Score lots = ours.of(fault -> fault.kind() == Fault.Kind.LOT);
            assertThat(lots.namedRightly()).as("lots named first at " + rate).isGreaterThanOrEqualTo(0.9);
            Score spread = ours.of(fault -> !fault.kind().isLocalised());
            assertThat(spread.named()).as("causes of what has none at " + rate).isLessThanOrEqualTo(0.05);
        }
    }

    /** More is found, half of all by an earlier day, most earlier, and what both found not later. */
    private static void isAhead(Score ours, Score theirs, String where) {
        Score.Race race = ours.against(theirs);
        assertThat(ours.found()).as("share found " + where).isGreaterThan(theirs.found());
        assertThat(ours.halfBy().orElse(NEVER))
                .as("half of all " + where)
                .isLessThanOrEqualTo(theirs.halfBy().orElse(NEVER));
        assertThat(race.first()).as("found earlier or alone " + where).isGreaterThan(race.last());
        assertThat(race.lead()).as("lead in what both found " + where).isNotNegative();
    }

    @Test
    void whatIsNoFaultOfAProductRaisesNoMoreAlerts() throws IOException {
        Controls controls = new Controls(WatchRules.standard());
        List<Disturbance> all = new ArrayList<>(List.of(Disturbance.values()));
        all.remove(Disturbance.MONTH_END);
        for (long seed = SCORED; seed < SCORED + SEEDS; seed++) {
            controls.add(seed, all);
            publish("controls", "seeds " + SCORED + " to " + seed, controls.table());
        }
        controls.counts()
                .forEach((disturbance, counts) -> assertThat(counts.isMore())
                        .as(disturbance + ": " + counts.with + " alerts, without it " + counts.without)
                        .isFalse());
    }

    @Test
    void aLaunchedModelIsFoundByItsFirstFailures() throws IOException {
        StringBuilder table =
                new StringBuilder("| launched | found | median failures | median days |\n|---|---|---|---|\n");
        for (Launch launch : List.of(Launch.MODEL, Launch.COMPONENT, Launch.SOUND)) {
            List<Launched> all = new ArrayList<>();
            for (long seed = SCORED; seed < SCORED + SEEDS; seed++) {
                all.add(Launched.of(FleetOptions.standard(seed).launching(launch), WatchRules.standard()));
            }
            List<Launched> found =
                    all.stream().filter(launched -> launched.days() >= 0).toList();
            double failures =
                    median(all.stream().mapToDouble(Launched::failures).toArray());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %.0f | %.0f |%n",
                    launch.name().toLowerCase(Locale.ROOT),
                    found.size(),
                    all.size(),
                    failures,
                    median(found.stream().mapToDouble(Launched::days).toArray())));
            publish("launches", "seeds " + SCORED + " on", table.toString());
            if (launch == Launch.MODEL) {
                assertThat(failures).as("median failures").isLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void twentyThousandSeriesFitInAGigabyte() throws IOException {
        FleetOptions options = FleetOptions.standard(SCORED)
                .sized(new Size(42, 10, 12, 4, 0.25))
                .since("2021-01-01")
                .between("2022-07-01", "2023-01-01");
        long before = heap();
        FleetWatch watch = new FleetWatch(Fleet.of(options), WatchRules.standard());
        int end = options.end() - 8;
        long start = System.nanoTime();
        watch.tick(end);
        double first = (System.nanoTime() - start) / 1e9;
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d series of a product's component's symptom%n%nfeeding and first look %.1f s%n",
                options.size().series(),
                first));
        double longest = 0;
        for (int day = end + 1; day < options.end(); day++) {
            start = System.nanoTime();
            Watch.Tick tick = watch.tick(day);
            double seconds = (System.nanoTime() - start) / 1e9;
            longest = Math.max(longest, seconds);
            table.append(String.format(
                    Locale.ROOT,
                    "look %.2f s, %d series with cases, %d judged%n",
                    seconds,
                    tick.series(),
                    tick.judged()));
        }
        watch.forgetFleet();
        double gigabytes = (heap() - before) / 1e9;
        table.append(String.format(Locale.ROOT, "heap after collection %.2f GB%n", gigabytes));
        publish("size", "seed " + SCORED, table.toString());
        assertThat(watch.isFed()).isTrue();
        assertThat(gigabytes).isLessThan(1);
        assertThat(longest).isLessThan(5);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void publish(String name, String title, String text) throws IOException {
        System.out.println(title + "\n\n" + text);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".md"), title + "\n\n" + text);
    }
}
