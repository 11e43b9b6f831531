// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.simulator.chance.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadHabitTest {
    private static final long RECORDED = Horizon.second(Horizon.day("2025-05-14"), 50_000);

    @ParameterizedTest
    @EnumSource(UploadHabit.class)
    void nothingIsReceivedBeforeItIsRecorded(UploadHabit habit) {
        Dice dice = Dice.of(1);
        for (int day = Horizon.START; day < Horizon.END; day++) {
            long recorded = Horizon.second(day, 86_399);
            assertThat(habit.receivedAt(recorded, dice)).isGreaterThan(recorded);
        }
    }

    @Test
    void mostComesOnTheDayOfTheHabit() {
        assertThat(usualDay(UploadHabit.WEEKLY)).isEqualTo("2025-05-19");
        assertThat(usualDay(UploadHabit.MONTH_END)).isEqualTo("2025-05-31");
        assertThat(usualDay(UploadHabit.MONTHS_LATE)).isEqualTo("2025-07-30");
    }

    private static String usualDay(UploadHabit habit) {
        Dice dice = Dice.of(2);
        long[] received = new long[201];
        Arrays.setAll(received, i -> habit.receivedAt(RECORDED, dice));
        Arrays.sort(received);
        return Horizon.date(Horizon.dayOf(received[100])).toString();
    }
}
