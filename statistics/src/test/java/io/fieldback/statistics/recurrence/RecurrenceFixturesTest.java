// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mean cumulative function against R's reda. */
class RecurrenceFixturesTest {
    @ParameterizedTest
    @CsvSource({
        "sim_fleet, LawlessNadeau, LAWLESS_NADEAU, normal, NORMAL",
        "sim_fleet, LawlessNadeau, LAWLESS_NADEAU, lognormal, LOGNORMAL",
        "sim_fleet, Poisson, POISSON, normal, NORMAL",
        "sim_fleet, Poisson, POISSON, lognormal, LOGNORMAL",
        "valveSeats, LawlessNadeau, LAWLESS_NADEAU, normal, NORMAL",
        "valveSeats, LawlessNadeau, LAWLESS_NADEAU, lognormal, LOGNORMAL",
        "valveSeats, Poisson, POISSON, normal, NORMAL",
        "valveSeats, Poisson, POISSON, lognormal, LOGNORMAL",
    })
    void curveEqualsReda(
            String name,
            String varianceName,
            MeanCumulativeFunction.Variance variance,
            String scaleName,
            MeanCumulativeFunction.Scale scale) {
        String file = "mcf/" + name + "_" + varianceName + "_" + scaleName + ".csv";
        Fixture expected = Fixture.present(file);
        List<UnitHistory> units = units(Fixture.present("mcf/" + name + "_input.csv"));
        Iterator<MeanCumulativeFunction.Point> points =
                MeanCumulativeFunction.curve(units, variance, scale, 0.95).iterator();
        Agreement agreement = new Agreement(file);
        for (Fixture.Row row : expected.rows()) {
            MeanCumulativeFunction.Point point = points.next();
            check(agreement, row, "time", point.age());
            check(agreement, row, "n_risk", point.atRisk());
            check(agreement, row, "inst_rate", point.rate());
            check(agreement, row, "mcf", point.value());
            check(agreement, row, "se", point.standardError());
            check(agreement, row, "lower", point.interval().lower());
            check(agreement, row, "upper", point.interval().upper());
        }
        agreement.check("points beyond the reference", points.hasNext() ? 1 : 0, 0, 0);
        agreement.report();
    }

    private static void check(Agreement agreement, Fixture.Row row, String column, double actual) {
        agreement.check(column + " at " + row.text("time"), actual, row.number(column), 1e-12);
    }

    /** Units of rows id, time, event; an event of 0 ends the observation, and so does the last event. */
    private static List<UnitHistory> units(Fixture input) {
        Map<String, List<Double>> failures = new LinkedHashMap<>();
        Map<String, Double> ends = new LinkedHashMap<>();
        for (Fixture.Row row : input.rows()) {
            List<Double> own = failures.computeIfAbsent(row.text("id"), id -> new ArrayList<>());
            if (row.whole("event") == 1) {
                own.add(row.number("time"));
            }
            ends.merge(row.text("id"), row.number("time"), Math::max);
        }
        List<UnitHistory> units = new ArrayList<>();
        failures.forEach((id, own) -> units.add(new UnitHistory(own, ends.get(id))));
        return units;
    }
}
