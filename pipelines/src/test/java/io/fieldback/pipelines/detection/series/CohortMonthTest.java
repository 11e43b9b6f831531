// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.Exposure.Basis;
import io.fieldback.pipelines.detection.Occurrence;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CohortMonthTest {
    private static final int MARCH = Months.parse("2025-03");

    @Test
    void theSameUnitsMakeCohortsByEitherMonth() {
        FieldUnits units = new FieldUnits();
        units.add(sold(30, MARCH, MARCH + 1, Occurrence.UNKNOWN));
        units.add(sold(20, MARCH, MARCH + 2, Occurrence.UNKNOWN));
        units.add(sold(5, MARCH + 1, MARCH + 2, Occurrence.UNKNOWN));

        assertThat(sums(CohortMonth.PRODUCTION.cohorts(units))).isEqualTo(Map.of(MARCH, 50.0, MARCH + 1, 5.0));
        assertThat(sums(CohortMonth.IN_SERVICE.cohorts(units))).isEqualTo(Map.of(MARCH + 1, 30.0, MARCH + 2, 25.0));
    }

    @Test
    void aUnitOfWhichNobodySaidWhenItCameInServiceIsOfTheMonthAfterProduction() {
        FieldUnits units = new FieldUnits();
        units.add(sold(7, MARCH, Occurrence.UNKNOWN, Occurrence.UNKNOWN));

        assertThat(sums(CohortMonth.IN_SERVICE.cohorts(units))).isEqualTo(Map.of(MARCH + 1, 7.0));
    }

    @Test
    void unitsThatLeftHaveBothMonths() {
        FieldUnits units = new FieldUnits();
        units.add(sold(3, MARCH, MARCH + 1, MARCH + 9));

        FieldUnits.Gone gone = units.gone().get(0);
        assertThat(CohortMonth.PRODUCTION.of(gone)).isEqualTo(MARCH);
        assertThat(CohortMonth.IN_SERVICE.of(gone)).isEqualTo(MARCH + 1);
    }

    @Test
    void withoutUnitsThereAreNoCohorts() {
        assertThat(CohortMonth.IN_SERVICE.cohorts(new FieldUnits())).isEmpty();
    }

    private static Exposure sold(long units, int produced, int service, int withdrawn) {
        return new Exposure(0, units, Basis.SERIAL, "P", produced, service, withdrawn, null);
    }

    private static Map<Integer, Double> sums(NavigableMap<Integer, MonthUnits> cohorts) {
        Map<Integer, Double> sums = new TreeMap<>();
        cohorts.forEach((month, units) -> sums.put(month, units.sum()));
        return sums;
    }
}
