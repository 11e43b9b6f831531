// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void numbersAreThoseOfEveryMachine() {
        Dice dice = Dice.of(1, 2);
        assertThat(new long[] {dice.next(), dice.next()})
                .containsExactly(-3_985_911_075_339_776_733L, -5_737_558_421_001_646_984L);
    }

    @Test
    void everyPartAndTheirOrderMatter() {
        assertThat(Dice.of(1, 2).next()).isNotEqualTo(Dice.of(2, 1).next());
        assertThat(Dice.of(1, 2).next()).isNotEqualTo(Dice.of(1, 2, 0).next());
    }

    @Test
    void meansAreThoseAskedFor() {
        Dice dice = Dice.of(3);
        assertThat(mean(() -> dice.exponential(5))).isCloseTo(5, within(0.2));
        assertThat(mean(dice::uniform)).isCloseTo(0.5, within(0.01));
        assertThat(mean(() -> dice.between(1, 6))).isCloseTo(3.5, within(0.06));
        assertThat(mean(() -> dice.chance(0.2) ? 1 : 0)).isCloseTo(0.2, within(0.015));
        assertThat(mean(() -> dice.weighted(1, 0, 3))).isCloseTo(1.5, within(0.04));
    }

    private static double mean(java.util.function.DoubleSupplier throwing) {
        return DoubleStream.generate(throwing).limit(20_000).average().orElseThrow();
    }
}
