// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"2024-02-10", "2025-01-29", "2026-02-17", "2025-10-01", "2025-10-07"})
    void sitesAreClosedOnMovingAndFixedHolidays(String day) {
        assertThat(Holidays.closed(Horizon.day(day))).isTrue();
        assertThat(Holidays.plantsStill(Horizon.day(day))).isTrue();
    }

    @Test
    void plantsRestLongerThanSites() {
        int day = Horizon.day("2025-02-07");
        assertThat(Holidays.closed(day)).isFalse();
        assertThat(Holidays.plantsStill(day)).isTrue();
    }

    @Test
    void workGoesOnAfterTheHoliday() {
        assertThat(Horizon.date(Holidays.nextOpen(Horizon.day("2025-10-03")))).hasToString("2025-10-08");
        assertThat(Horizon.date(Holidays.nextOpen(Horizon.day("2025-10-08")))).hasToString("2025-10-08");
    }

    @Test
    void weekdaysCountFromMonday() {
        assertThat(Holidays.weekday(Horizon.day("2026-09-28"))).isEqualTo(1);
        assertThat(Holidays.weekday(Horizon.day("2026-10-04"))).isEqualTo(7);
    }
}
