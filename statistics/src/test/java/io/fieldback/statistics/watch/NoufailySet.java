// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import io.fieldback.statistics.detection.CountSeries;
import io.fieldback.statistics.detection.TimeAxis;
import io.fieldback.statistics.fixture.Fixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Contests on simulated series: the set that stands in the fixtures, and draws of {@link NoufailyDesign}. */
final class NoufailySet {
    private static final int SCENARIOS_A_LEVEL = 6;
    private static final TimeAxis WEEKS = new TimeAxis.Periods(52);

    private NoufailySet() {}

    /** The set in the fixtures, as far as repetitions are wanted. */
    static Contest ofFixtures(IntPredicate wanted) {
        Fixture series = Fixture.present("noufaily_sim/series.csv");
        Map<String, Integer> ends = ends();
        List<Contest.Quiet> quiet = new ArrayList<>();
        List<Contest.Outbreak> outbreaks = new ArrayList<>();
        for (int row = 0; row < series.size(); row++) {
            int rep = (int) series.number(row, "rep");
            if (!wanted.test(rep)) {
                continue;
            }
            int scenario = (int) series.number(row, "scenario");
            CountSeries counts = counts(series.text(row, "counts"));
            if (series.text(row, "kind").equals("clean")) {
                quiet.add(quiet(scenario, counts));
            } else if (ends.containsKey(scenario + "/" + rep)) {
                int start = (int) series.number(row, "outbreak_start") - 1;
                outbreaks.add(new Contest.Outbreak(group(scenario), counts, start, ends.get(scenario + "/" + rep)));
            }
        }
        return new Contest(quiet, outbreaks);
    }

    /** Draws of a seed. */
    static Contest ofDraws(long seed, int reps) {
        List<Contest.Quiet> quiet = new ArrayList<>();
        List<Contest.Outbreak> outbreaks = new ArrayList<>();
        for (NoufailyDesign.Draw draw : NoufailyDesign.draws(seed, reps)) {
            int scenario = draw.scenario().number();
            quiet.add(quiet(scenario, CountSeries.of(draw.clean(), WEEKS)));
            if (draw.hasCases()) {
                CountSeries series = CountSeries.of(draw.outbreak(), WEEKS);
                outbreaks.add(new Contest.Outbreak(group(scenario), series, draw.start(), draw.end()));
            }
        }
        return new Contest(quiet, outbreaks);
    }

    /** The last week with a case, by scenario and repetition. */
    private static Map<String, Integer> ends() {
        Fixture weeks = Fixture.present("noufaily_sim/outbreak_weeks.csv");
        Map<String, Integer> ends = new HashMap<>();
        for (int row = 0; row < weeks.size(); row++) {
            String draw = weeks.text(row, "scenario") + "/" + weeks.text(row, "rep");
            ends.merge(draw, (int) weeks.number(row, "week") - 1, Math::max);
        }
        return ends;
    }

    private static Contest.Quiet quiet(int scenario, CountSeries series) {
        return new Contest.Quiet(group(scenario), series, NoufailyDesign.FIRST_WATCHED, NoufailyDesign.WEEKS - 1);
    }

    private static CountSeries counts(String text) {
        return CountSeries.of(
                Arrays.stream(text.strip().split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray(),
                WEEKS);
    }

    /** Scenarios of one level and dispersion. */
    private static String group(int scenario) {
        int first = (scenario - 1) / SCENARIOS_A_LEVEL * SCENARIOS_A_LEVEL + 1;
        return first + "–" + (first + SCENARIOS_A_LEVEL - 1);
    }
}
