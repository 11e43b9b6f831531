// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final long SEED = 20261122;

    @Test
    void ofFewModelsAThirdIsUsual() {
        Likeness likeness = new Likeness();
        likeness.add(5, 6, 100);
        assertThat(likeness.deviation()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void ofManyModelsItIsLearned() {
        Random random = new Random(SEED);
        Likeness likeness = new Likeness();
        for (int i = 0; i < 500; i++) {
            likeness.add(2000 * Math.exp(0.15 * random.nextGaussian()), 2000, 4000);
        }
        assertThat(likeness.deviation()).as("seed " + SEED).isCloseTo(0.15, within(0.02));
    }

    @Test
    void oneBadModelDoesNotMakeBadnessUsual() {
        Likeness likeness = new Likeness();
        likeness.add(30_000, 100, 4000);
        assertThat(likeness.deviation()).isLessThan(0.5);
    }
}
