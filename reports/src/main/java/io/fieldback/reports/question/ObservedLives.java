// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.life.Observation;
import io.fieldback.statistics.life.ReturnForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ages at first failure of one product as intervals of a month, and the units that still work. A unit that failed in its
 * age month m failed between m - 1 and m months; one that did not is suspended at the last month it completed, or where
 * its warranty ends.
 *
 * @param observations by month
 * @param failures first failures among them
 * @param units of them
 * @param oldest greatest month in service observed
 * @param fleet units that have not failed, by age in months
 * @param until last day on which failures count
 */
record ObservedLives(
        List<Observation> observations,
        long failures,
        long units,
        int oldest,
        List<ReturnForecast.Group> fleet,
        LocalDate until) {
    static ObservedLives of(Asking asking, Optional<Integer> limit) {
        List<Observation> observations = new ArrayList<>();
        long failures = 0;
        long units = 0;
        int oldest = 0;
        for (Row cell : asking.rows("life_cells")) {
            long count = cell.count("units");
            int last = Math.toIntExact(Math.min(cell.count("last_month"), limit.orElse(Integer.MAX_VALUE)));
            int failed = Math.toIntExact(cell.count("failed_month"));
            if (failed > 0 && failed <= last) {
                observations.add(Observation.failedWithin(failed - 1.0, failed, count));
                failures += count;
            } else {
                observations.add(Observation.survived(last).times(count));
            }
            units += count;
            oldest = Math.max(oldest, last);
        }
        List<ReturnForecast.Group> fleet = new ArrayList<>();
        for (Row group : asking.rows("life_fleet")) {
            fleet.add(new ReturnForecast.Group(group.count("units"), group.number("age_months")));
        }
        return new ObservedLives(
                observations,
                failures,
                units,
                oldest,
                fleet,
                asking.database().row("select until from life_end").day("until"));
    }

    /** Units that have not failed. */
    long working() {
        return Math.round(
                fleet.stream().mapToDouble(ReturnForecast.Group::units).sum());
    }

    /** Whether the failures are of one month of age, so that they tell no spread. */
    boolean isOfOneAge() {
        return observations.stream()
                        .filter(Observation::isFailure)
                        .map(Observation::upper)
                        .distinct()
                        .count()
                < 2;
    }

    /** The share of units that failed up to the end of each month, without assuming a distribution: a life table. */
    List<Double> shareFailed() {
        List<Double> shares = new ArrayList<>();
        double surviving = 1;
        for (int month = 1; month <= oldest; month++) {
            double failed = 0;
            double atRisk = 0;
            for (Observation observation : observations) {
                boolean within = observation.isFailure() && observation.upper() == month;
                failed += within ? observation.weight() : 0;
                boolean reached = observation.isFailure() ? observation.upper() >= month : observation.lower() >= month;
                atRisk += reached ? observation.weight() : 0;
            }
            surviving *= atRisk > 0 ? 1 - failed / atRisk : 1;
            shares.add(1 - surviving);
        }
        return shares;
    }
}
