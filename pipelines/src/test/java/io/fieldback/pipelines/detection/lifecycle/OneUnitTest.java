// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Seen;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** A component that fails every other week fails twelve times in two weeks. */
class OneUnitTest {
    private static final int FIRST = 19_000;
    private static final int WORSE = FIRST + 500;

    @Test
    void theRepeatsOfOneUnitAreNoAlertAboutTheProduct() {
        assertThat(changes(nth -> 7)).isEmpty();
    }

    @Test
    void asManyCasesOfAsManyUnitsAreOne() {
        assertThat(changes(nth -> 100 + nth)).isNotEmpty();
    }

    @Test
    void casesOfWhichNobodySaidWhichUnitItWasAreAsManyUnits() {
        assertThat(changes(nth -> Occurrence.NO_UNIT)).isNotEmpty();
    }

    /** What is told; the unit of each of the twelve is what the function says of it. */
    private static List<AlertChange> changes(IntUnaryOperator unit) {
        Watch watch = Watch.begin(WatchRules.standard(), Reference.standard());
        List<AlertChange> changes = new ArrayList<>();
        for (int day = FIRST; day < WORSE + 14; day++) {
            if (day % 14 == 0) {
                watch.know(row(day, 1_000 + day));
            }
            watch.know(other(day));
            if (day >= WORSE && day < WORSE + 12) {
                watch.know(row(day, unit.applyAsInt(day - WORSE)));
            }
            changes.addAll(watch.tick(day).changes());
        }
        return changes;
    }

    private static Occurrence row(int day, int unit) {
        return row(day, unit, "C1");
    }

    /** Reports come every day, so that nothing falls silent. */
    private static Occurrence other(int day) {
        return row(day, 100_000 + day, "C2");
    }

    private static Occurrence row(int day, int unit, String component) {
        return Seen.on(day).component(component).site("X" + day % 3).unit(unit).row();
    }
}
