// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Looks of a day as one family. */
class FamilyTest {
    @Test
    void aNewProductIsOneOfFewAndAFamilyByItself() {
        List<Finding> judged = Family.judged(
                List.of(finding(Group.SERIES, "C1", 1e-4), finding(Group.NEW, "", 1e-3)),
                Map.of(Group.SERIES, 1000, Group.NEW, 2));

        assertThat(judged).extracting(Finding::group).containsExactly(Group.NEW, Group.SERIES);
        assertThat(judged.get(0).q()).isCloseTo(1e-3 * 2, within(1e-9));
        assertThat(judged.get(1).q()).isCloseTo(1e-4 * 1000 / 0.33, within(1e-9));
    }

    @Test
    void aSmallCompanyLooksOftenAllTheSame() {
        List<Finding> judged = Family.judged(List.of(finding(Group.SERIES, "C1", 1e-4)), Map.of(Group.SERIES, 3));

        assertThat(judged.get(0).q()).isCloseTo(1e-4 * 100 / 0.33, within(1e-9));
    }

    @Test
    void whatChanceLetsExpectMoreOfThanIsFoundHasAQAboveOne() {
        List<Finding> judged = Family.judged(List.of(finding(Group.SERIES, "C1", 0.01)), Map.of(Group.SERIES, 100));

        assertThat(judged.get(0).q()).isCloseTo(0.01 * 100 / 0.33, within(1e-9));
    }

    private static Finding finding(Group group, String component, double p) {
        SeriesKey key = new SeriesKey(Measure.INCIDENT, "P", component);
        return new Finding(group, key, null, null, false, 0, 6, 9, new Expected(2, 2), p, p);
    }
}
