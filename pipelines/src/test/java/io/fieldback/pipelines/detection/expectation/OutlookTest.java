// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A series that fails twice as often in summer as in winter, known on the day, for five years. */
class OutlookTest {
    private static final int FIRST = Cases.day("2019-01-07");
    private static final SeriesKey KEY = new SeriesKey(Measure.INCIDENT, "P", "C");

    @Test
    void halfAYearOfSeasonIsExpectedAsItRunsAndNotAsItsMiddle() {
        for (String end : new String[] {"2024-01-07", "2024-04-07", "2024-07-07", "2024-10-06"}) {
            int day = Cases.day(end);
            Known known = new Known(Reference.standard());
            double observed = 0;
            for (int at = FIRST; at <= day; at++) {
                long count = Math.round(30 + 10 * Math.sin(2 * Math.PI * (at - Cases.day("2019-04-15")) / 365.25));
                known.add(Cases.of(at, Measure.INCIDENT, count, "C", null));
                observed += at > day - 182 ? count : 0;
            }
            known.close(day);
            WatchRules rules = WatchRules.standard();
            Outlook outlook = new Outlook(known, new Learning(known, rules, day, List.of()), rules, day, day - 7);

            assertThat(outlook.window(KEY, day - 181, day).mean())
                    .as("half a year to " + end)
                    .isCloseTo(observed, within(0.03 * observed));
        }
    }
}
