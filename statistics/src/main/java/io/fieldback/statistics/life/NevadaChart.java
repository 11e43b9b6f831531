// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Units sold by month, and what came back of them by calendar month: the returns of field data in the shape most
 * companies have them.
 *
 * <p>Age is counted in months with the month of sale as the first: what is sold in month s and returned in month r
 * failed at an age in (r - s, r - s + 1], censored to the left at 1 when r = s; what is not returned by the last month
 * S is suspended at S - s + 1.
 *
 * <p>Traps: a unit sold on the last day of a month is counted as a month old, so ages are up to a month too high; other
 * programs count the month of sale as 0, or take returns as exact at the month's end, and find another shape. A unit
 * can be returned once: count repairs of repairable units by the mean cumulative function instead.
 *
 * @param sold by month of sale, oldest first
 * @param returned by month of sale and calendar month, both oldest first
 */
public record NevadaChart(List<Long> sold, List<List<Long>> returned) {
    /** Checks that the chart is a triangle and no month returns more than it sold. */
    public NevadaChart {
        sold = List.copyOf(sold);
        returned = returned.stream().map(List::copyOf).toList();
        if (returned.size() != sold.size()) {
            throw new IllegalArgumentException("Cannot read Nevada chart: " + sold.size() + " months of sale and "
                    + returned.size() + " rows of returns");
        }
        for (int sale = 0; sale < sold.size(); sale++) {
            check(sale, sold, returned.get(sale));
        }
    }

    /** Months of the chart: S. */
    public int months() {
        return sold.size();
    }

    /** Units of a month of sale that are not returned, from 1. */
    public long remaining(int sale) {
        return remaining(sold, returned.get(sale - 1), sale - 1);
    }

    /** Age of the units of a month of sale at the end of the chart, from 1. */
    public int age(int sale) {
        return months() - sale + 1;
    }

    /** All units as intervals of age, by month of sale and age; the remaining ones of a month come last. */
    public List<Observation> observations() {
        return IntStream.rangeClosed(1, months())
                .boxed()
                .flatMap(sale -> observations(sale).stream())
                .toList();
    }

    /** The units of a month of sale, from 1. */
    public List<Observation> observations(int sale) {
        List<Observation> observations = new ArrayList<>();
        for (int month = sale; month <= months(); month++) {
            long units = returned.get(sale - 1).get(month - 1);
            if (units > 0) {
                observations.add(Observation.failedWithin(month - sale, month - sale + 1.0, units));
            }
        }
        if (remaining(sale) > 0) {
            observations.add(Observation.survived(age(sale)).times(remaining(sale)));
        }
        return observations;
    }

    private static void check(int sale, List<Long> sold, List<Long> returns) {
        if (returns.size() != sold.size()) {
            throw new IllegalArgumentException("Cannot read Nevada chart: month of sale " + (sale + 1) + " has "
                    + returns.size() + " months of returns, the chart has " + sold.size());
        }
        for (int month = 0; month < returns.size(); month++) {
            if (returns.get(month) < 0 || (month < sale && returns.get(month) > 0)) {
                throw new IllegalArgumentException("Cannot read Nevada chart: " + returns.get(month)
                        + " returns in month " + (month + 1) + " of units sold in month " + (sale + 1));
            }
        }
        if (remaining(sold, returns, sale) < 0) {
            throw new IllegalArgumentException(
                    "Cannot read Nevada chart: more units of month of sale " + (sale + 1) + " returned than were sold");
        }
    }

    private static long remaining(List<Long> sold, List<Long> returns, int sale) {
        return sold.get(sale) - returns.stream().mapToLong(Long::longValue).sum();
    }
}
