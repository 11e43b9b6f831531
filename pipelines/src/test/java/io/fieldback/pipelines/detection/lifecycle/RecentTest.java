// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void whatIsLikelyWithAndWithoutTheExcessIsNotQuiet() {
        // Of a lot told as twice the usual, two cases against 2.7 may still be twice the usual: 3.8 to one is not ten
        // to one.
        assertThat(recent(2, 2.7).isQuiet(2)).isFalse();
        assertThat(recent(4, 10.7).isQuiet(2)).isTrue();
    }

    @Test
    void aGreatExcessIsSoonSeenToBeOver() {
        assertThat(recent(1, 1.3).isQuiet(5.5)).isTrue();
    }

    @Test
    void whatGoesOnIsNotQuiet() {
        assertThat(recent(30, 10).isQuiet(2.5)).isFalse();
    }

    @Test
    void whereNothingCouldTellTheUsualIsEnough() {
        assertThat(new Recent(0, new Stretch(0, new Expected(0.3, 0.3), 0), false).isQuiet(3))
                .isTrue();
    }

    private static Recent recent(long observed, double expected) {
        return new Recent(0, new Stretch(observed, new Expected(expected, expected), 0), true);
    }
}
