// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.series.DayCounts;
import org.junit.jupiter.api.Test;

class GapsTest {
    @Test
    void whoFilesOnceAMonthIsNotSilentWithinAMonth() {
        DayCounts received = new DayCounts();
        for (int day = 30; day <= 180; day += 30) {
            received.add(day, 12);
        }
        Gaps gaps = Gaps.of(received, 1, 180);
        assertThat(gaps.isLonger(180 + 29, 10)).isFalse();
        assertThat(gaps.isLonger(180 + 45, 10)).isTrue();
    }

    @Test
    void whoFilesEveryDayIsSilentAsSoonAsItIsAsked() {
        DayCounts received = new DayCounts();
        for (int day = 1; day <= 180; day++) {
            received.add(day, 2);
        }
        assertThat(Gaps.of(received, 1, 180).isLonger(190, 10)).isTrue();
    }
}
