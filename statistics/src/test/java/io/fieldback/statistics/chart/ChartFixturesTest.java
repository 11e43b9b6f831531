// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The u and Laney's u′ chart against values computed apart. */
class ChartFixturesTest {
    @Test
    void laneyChartEqualsItsReference() {
        List<Fixture.Row> rows = Fixture.required("charts/laney_u.csv").rows();
        long[] counts = rows.stream().mapToLong(row -> row.whole("count")).toArray();
        double[] exposures =
                rows.stream().mapToDouble(row -> row.number("exposure")).toArray();
        UChart plain = UChart.frozenOn(counts, exposures);
        UChart laney = UChart.laney(counts, exposures);
        Agreement agreement = new Agreement("charts/laney_u");
        for (int i = 0; i < counts.length; i++) {
            Fixture.Row row = rows.get(i);
            ChartPoint point = laney.point(counts[i], exposures[i], UChart.DEFAULT_WIDTH);
            Limits limits = plain.limits(exposures[i], UChart.DEFAULT_WIDTH);
            check(agreement, row, "u", point.value());
            check(agreement, row, "ubar", laney.centre());
            check(agreement, row, "sigma_ui", laney.sigma(exposures[i]));
            check(agreement, row, "z", point.standardised());
            check(agreement, row, "sigma_z", laney.sigmaZ());
            check(agreement, row, "u_lcl", limits.lower());
            check(agreement, row, "u_ucl", limits.upper());
            check(agreement, row, "laney_lcl", point.limits().lower());
            check(agreement, row, "laney_ucl", point.limits().upper());
        }
        agreement.report();
    }

    private static void check(Agreement agreement, Fixture.Row row, String column, double actual) {
        agreement.check(column + " at " + row.text("t"), actual, row.number(column), 1e-12);
    }
}
