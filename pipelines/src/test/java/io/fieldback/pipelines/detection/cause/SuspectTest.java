// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What speaks for a part is what its share says, and nothing else. */
class SuspectTest {
    @Test
    void aPartWithThreeTimesItsShareIsLikelierTheMoreFailedOfIt() {
        double few = suspect(new Stratum(6, 0.1, 20)).logWeight();
        double more = suspect(new Stratum(12, 0.1, 40)).logWeight();
        assertThat(few).isPositive();
        assertThat(more).isGreaterThan(few + 2);
    }

    @Test
    void aPartWithItsShareIsLessLikelyThanNothing() {
        assertThat(suspect(new Stratum(10, 0.1, 100)).logWeight()).isLessThan(-1);
    }

    /** All rise alike in the second month, in which young units are many: stratum by stratum nothing is odd. */
    @Test
    void whatRoseEverywhereSpeaksForNoPart() {
        Suspect together = suspect(new Stratum(42, 0.25, 120));
        Suspect apart = suspect(new Stratum(2, 0.1, 20), new Stratum(40, 0.4, 100));
        assertThat(together.logWeight()).isGreaterThan(0);
        assertThat(apart.logWeight()).isLessThan(-1);
    }

    @Test
    void thePriorCountsAsItIs() {
        Suspect likely = suspect(new Stratum(6, 0.1, 20));
        Suspect hardly = new Suspect(likely.part(), null, false, 0.01, likely.doubt(), likely.strata(), 6, 2, 20, 10);
        assertThat(likely.logWeight() - hardly.logWeight()).isCloseTo(Math.log(100), within(1e-9));
    }

    private static Suspect suspect(Stratum... strata) {
        return new Suspect(new Part(Axis.LOT, "L1"), null, false, 1, 0.15, List.of(strata), 0, 0, 0, 0);
    }
}
