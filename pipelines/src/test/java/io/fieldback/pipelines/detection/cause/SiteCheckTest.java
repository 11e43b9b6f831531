// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Seen;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Learning;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Four sites report component A each day and C now and then; nine cases of C in three days are all of site X1. */
class SiteCheckTest {
    private static final int FIRST = 19_000;
    private static final int DAY = FIRST + 800;
    private static final Finding OF_X1 = new Finding(
            Group.SERIES,
            new SeriesKey(Measure.INCIDENT, "P", "C"),
            null,
            null,
            false,
            DAY - 6,
            DAY,
            9,
            new Expected(0.5, 0.6),
            1e-5,
            1e-3);

    @Test
    void anExcessOfASiteWhoseOtherCasesDoNotRiseIsNotTheSites() {
        SiteCheck check = check(3, 3);
        assertThat(check.site(OF_X1)).isEmpty();
        assertThat(check.mayBeOfSite(OF_X1)).isFalse();
    }

    @Test
    void whereTheyRiseByHalfForAMonthItMayBe() {
        SiteCheck check = check(3, 5);
        assertThat(check.site(OF_X1)).isEmpty();
        assertThat(check.mayBeOfSite(OF_X1)).isTrue();
    }

    @Test
    void whereTheyAreThreeTimesAsManyItIs() {
        assertThat(check(3, 9).site(OF_X1).map(SiteCheck.SiteRise::site)).contains("X1");
    }

    /** By so many cases of A at X1 a day before, and in the last four weeks. */
    private static SiteCheck check(int usual, int lately) {
        Known known = new Known(Reference.standard());
        for (int day = FIRST; day <= DAY; day++) {
            for (int site = 1; site <= 4; site++) {
                int cases = site == 1 && day > DAY - 28 ? lately : usual;
                known.add(row(day, cases, "A", "X" + site));
                if (day % 56 == 14 * site) {
                    known.add(row(day, 1, "C", "X" + site));
                }
            }
            if (day > DAY - 3) {
                known.add(row(day, 3, "C", "X1"));
            }
        }
        known.close(DAY);
        WatchRules rules = WatchRules.standard();
        Outlook outlook = new Outlook(known, new Learning(known, rules, DAY, List.of()), rules, DAY, DAY - 1);
        return new SiteCheck(known, outlook, rules, Set.of());
    }

    private static Occurrence row(int day, int cases, String component, String site) {
        return Seen.on(day).times(cases).component(component).site(site).row();
    }
}
