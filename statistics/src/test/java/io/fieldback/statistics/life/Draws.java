// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Units drawn from a known distribution. */
final class Draws {
    private Draws() {}

    /** Weibull ages, each suspended at an age between half of {@code until} and {@code until}. */
    static List<Observation> weibull(SplittableRandom random, int units, double shape, double scale, double until) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double age = scale * Math.pow(-Math.log1p(-random.nextDouble()), 1 / shape);
            double end = until * random.nextDouble(0.5, 1);
            observations.add(age <= end ? Observation.failed(age) : Observation.survived(end));
        }
        return observations;
    }
}
