// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeMonthTest {
    @ParameterizedTest(name = "in service {0}, day {1}: {2}")
    @CsvSource({
        "2025-01-15, 2025-01-14, 0",
        "2025-01-15, 2025-01-15, 1",
        "2025-01-15, 2025-02-14, 1",
        "2025-01-15, 2025-02-15, 2",
        "2025-01-31, 2025-02-27, 1",
        "2025-01-31, 2025-02-28, 2",
        "2024-01-31, 2024-02-28, 1",
        "2024-02-29, 2025-02-28, 13",
        "2025-12-31, 2026-01-30, 1",
        "2020-05-10, 2026-05-10, 73"
    })
    void aMonthOfAgeEndsOnTheLastDayOfAShorterMonth(LocalDate inService, LocalDate day, int age) {
        assertThat(AgeMonth.of(inService, day)).isEqualTo(age);
    }
}
