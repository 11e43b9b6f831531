// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Alarms on simulated outbreaks against those of R on the same series, scenario by scenario. All 42 take a minute:
 * {@code -Dnoufaily.scenarios=42}.
 */
class NoufailySimulationTest {
    private static final int SCENARIOS = Integer.getInteger("noufaily.scenarios", 3);
    private static final double P = 0.005;

    @ParameterizedTest
    @ValueSource(strings = {"noufaily_nb", "noufaily_delta", "farrington96_delta", "farrington96_nb"})
    void alarmsAndDetectionsEqualR(String method) {
        Fixture series = Fixture.present("noufaily_sim/series.csv");
        Fixture weeks = Fixture.present("noufaily_sim/outbreak_weeks.csv");
        Fixture expected = Fixture.present("noufaily_sim/reference_by_scenario_p005.csv");
        Set<String> outbreaks = new HashSet<>();
        for (int row = 0; row < weeks.size(); row++) {
            outbreaks.add(weeks.text(row, "scenario") + "/" + weeks.text(row, "rep"));
        }
        FarringtonFlexible detector = new FarringtonFlexible(options(method));
        double[] looks = new double[SCENARIOS + 1];
        double[] alarms = new double[SCENARIOS + 1];
        double[] started = new double[SCENARIOS + 1];
        double[] detected = new double[SCENARIOS + 1];
        for (int row = 0; row < series.size(); row++) {
            int scenario = (int) series.number(row, "scenario");
            if (scenario > SCENARIOS) {
                continue;
            }
            CountSeries counts = CountSeries.of(
                    Arrays.stream(series.text(row, "counts").strip().split(" "))
                            .mapToLong(Long::parseLong)
                            .toArray(),
                    new TimeAxis.Periods(52));
            if (series.text(row, "kind").equals("clean")) {
                looks[scenario] += 49;
                alarms[scenario] += alarms(detector, counts, 576, 624);
            } else if (outbreaks.contains(scenario + "/" + series.text(row, "rep"))) {
                started[scenario]++;
                int from = (int) series.number(row, "outbreak_start");
                int to = (int) series.number(row, "outbreak_end");
                detected[scenario] += Math.min(1, alarms(detector, counts, from, Math.min(to, 624)));
            }
        }
        Agreement agreement = new Agreement("noufaily_sim " + method + ", " + SCENARIOS + " of 42 scenarios");
        for (int row = 0; row < expected.size(); row++) {
            int scenario = (int) expected.number(row, "scenario");
            if (expected.text(row, "method").equals(method)
                    && expected.number(row, "limit54") == 0
                    && scenario <= SCENARIOS) {
                double falsely = alarms[scenario] / looks[scenario];
                agreement.check("FPR " + scenario, falsely, expected.number(row, "FPR"), 1e-12);
                double power = detected[scenario] / started[scenario];
                agreement.check("POD " + scenario, power, expected.number(row, "POD"), 1e-12);
            }
        }
        agreement.report();
    }

    private static int alarms(FarringtonFlexible detector, CountSeries series, int from, int to) {
        int alarms = 0;
        for (int t = from; t <= to; t++) {
            FarringtonPoint point = detector.at(series, t - 1);
            alarms += point.observed() > 0 && point.chance() <= P ? 1 : 0;
        }
        return alarms;
    }

    private static FarringtonOptions options(String method) {
        ThresholdMethod threshold = method.endsWith("nb") ? ThresholdMethod.NB_PLUGIN : ThresholdMethod.DELTA;
        PowerTransform power = PowerTransform.TWO_THIRDS;
        return method.startsWith("noufaily")
                ? new FarringtonOptions(5, 3, true, 2.58, P, true, 1, 0, 4, power, false, 10, 26, threshold)
                : new FarringtonOptions(5, 3, true, 1, P, true, 0.05, 0, 4, power, false, 1, 3, threshold);
    }
}
