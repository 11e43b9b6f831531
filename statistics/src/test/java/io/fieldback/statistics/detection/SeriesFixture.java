// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.fixture.Fixture;
import java.time.LocalDate;

/** The series that the reference values were computed on. */
final class SeriesFixture {
    private SeriesFixture() {}

    static CountSeries read(String name) {
        Fixture table = Fixture.present("series/" + name + ".csv");
        String day = table.text(0, "date");
        TimeAxis axis = day.isEmpty() ? new TimeAxis.Periods(52) : new TimeAxis.Weeks(LocalDate.parse(day));
        double[] exposure = table.numbers("population");
        return new CountSeries(table.counts("observed"), exposure, axis);
    }
}
