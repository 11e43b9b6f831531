// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import org.junit.jupiter.api.Test;

/** A product of two components is visited ten times a week, and in two weeks of March 2024 a thousand times. */
class CampaignsTest {
    private static final int FIRST = Cases.day("2023-01-02");
    private static final int CAMPAIGN = Cases.day("2024-03-04");
    private static final int END = Cases.day("2024-09-29");
    private static final SeriesKey WHOLE = new SeriesKey(Measure.INCIDENT, "P", "");

    @Test
    void aShareOfTheVisitsBeyondTheUsualMayFindFaults() {
        double beyond = 2 * (500 - 2 * 10 - 3);
        assertThat(campaigns(END).found(WHOLE, CAMPAIGN, CAMPAIGN + 13)).isCloseTo(0.2 * beyond, within(1e-9));
        assertThat(campaigns(END).found(new SeriesKey(Measure.INCIDENT, "P", "C1"), CAMPAIGN, CAMPAIGN + 13))
                .isCloseTo(0.2 * beyond / 2, within(1e-9));
    }

    @Test
    void aYearThatHoldsTheCampaignHoldsWhatItFoundAndNoMore() {
        assertThat(campaigns(END).found(WHOLE, FIRST, END))
                .isEqualTo(campaigns(END).found(WHOLE, CAMPAIGN, CAMPAIGN + 13));
    }

    @Test
    void itIsNotForgottenOnceTheCampaignIsLongOver() {
        for (int later = 0; later < 180; later += 20) {
            int day = CAMPAIGN + 14 + later;
            assertThat(campaigns(day).found(WHOLE, CAMPAIGN - 30, day))
                    .as("%d days later", later)
                    .isGreaterThan(180);
        }
    }

    @Test
    void usualVisitsFindNothingThatIsNotExpectedAnyway() {
        assertThat(campaigns(END).found(WHOLE, FIRST, CAMPAIGN - 1)).isZero();
        assertThat(campaigns(END).found(new SeriesKey(Measure.QUALITY_RETURN, "P", ""), FIRST, END))
                .isZero();
    }

    private static Campaigns campaigns(int upTo) {
        Known known = new Known(Reference.standard());
        for (int monday = FIRST; monday <= upTo; monday += 7) {
            boolean isOn = monday >= CAMPAIGN && monday < CAMPAIGN + 14;
            known.add(Cases.of(monday, Measure.OTHER_VISIT, isOn ? 500 : 10, null, null));
            known.add(Cases.of(monday, Measure.INCIDENT, 1, "C1", null));
            known.add(Cases.of(monday, Measure.INCIDENT, 1, "C2", null));
        }
        return new Campaigns(known, WatchRules.standard(), upTo);
    }
}
