// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Seen;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Learning;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.wording.PastAlerts;
import io.fieldback.schemas.alert.AlertKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three cases a day of one component, of symptoms S1, S2 and S3; an alert from day 600 to day 700 of 790. */
class OldNewsTest {
    private static final int FIRST = 19_000;
    private static final int FROM = FIRST + 600;
    private static final int CLOSED = FIRST + 700;
    private static final int DAY = FIRST + 789;
    private static final SeriesKey KEY = new SeriesKey(Measure.INCIDENT, "P", "C");
    private static final Finding HALF_A_YEAR =
            new Finding(Group.SERIES, KEY, null, null, false, DAY - 181, DAY, 546, new Expected(364, 400), 1e-9, 1e-7);

    @Test
    void ofAFindingThatReachesBackBehindTheCloseIsLeftWhatCameAfterIt() {
        Stretch left = oldNews(alert("C", null)).left(HALF_A_YEAR).orElseThrow();

        assertThat(left.observed()).isEqualTo(3 * (DAY - CLOSED));
        assertThat(left.expected().mean())
                .isLessThan(HALF_A_YEAR.expected().mean())
                .isPositive();
    }

    @Test
    void anAlertOfOneSymptomToldOfThatSymptomAlone() {
        Stretch left = oldNews(alert("C", "S2")).left(HALF_A_YEAR).orElseThrow();

        assertThat(left.observed()).isEqualTo(546 - (CLOSED - (DAY - 181) + 1));
    }

    @Test
    void ofAnotherComponentNothingWasTold() {
        assertThat(oldNews(alert("D", null)).left(HALF_A_YEAR)).isEmpty();
    }

    @Test
    void whatIsLeftIsJudgedByAsManyLooksAsTheFinding() {
        Stretch left = new Stretch(30, new Expected(12, 14), 0);
        double chance = left.expected().chance(30);

        assertThat(OldNews.q(left, HALF_A_YEAR))
                .isEqualTo(chance * 1e-7 / HALF_A_YEAR.expected().chance(546));
    }

    private static OldNews oldNews(OpenAlert ended) {
        Known known = new Known(Reference.standard());
        for (int day = FIRST; day <= DAY; day++) {
            for (String symptom : List.of("S1", "S2", "S3")) {
                known.add(row(day, symptom));
            }
        }
        known.close(DAY);
        WatchRules rules = WatchRules.standard();
        Outlook outlook = new Outlook(known, new Learning(known, rules, DAY, List.of()), rules, DAY, DAY - 1);
        Standing standing = new Standing(DAY - 1, List.of(), List.of(ended), List.of(), Map.of(), Map.of(), Map.of());
        return new OldNews(new Alarms(known, outlook, rules, new PastAlerts(rules.pastMonths(), Map.of()), standing));
    }

    private static OpenAlert alert(String component, @Nullable String symptom) {
        Axis axis = symptom == null ? null : Axis.SYMPTOM;
        return new OpenAlert(
                "A1",
                "series",
                AlertKind.RATE,
                new Subject(Measure.INCIDENT, "P", "", component, axis, symptom, null),
                FROM,
                FROM,
                List.of(),
                "general",
                0.001,
                new Followed(50, 3, CLOSED, 2, 2));
    }

    private static Occurrence row(int day, String symptom) {
        return Seen.on(day).symptom(symptom).row();
    }
}
