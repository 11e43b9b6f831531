// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.recurrence;

import java.util.List;

/**
 * The failures of a repairable unit while it was observed, or of so many units with the same history.
 *
 * @param failures ages at failure, 0 or more and none after {@code end}, in any order; equal ages count each
 * @param end age until which the unit was observed
 * @param units that have this history, at least 1
 */
public record UnitHistory(List<Double> failures, double end, int units) {
    /** Checks and sorts the ages. */
    public UnitHistory {
        failures = failures.stream().sorted().toList();
        if (!(end >= 0 && end < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Cannot follow unit to age " + end + ": it must be finite and not negative");
        }
        for (double age : failures) {
            if (!(age >= 0 && age <= end)) {
                throw new IllegalArgumentException(
                        "Cannot follow unit with a failure at age " + age + ": it is observed from 0 to " + end);
            }
        }
        if (units < 1) {
            throw new IllegalArgumentException("Cannot follow " + units + " units: at least 1 must have a history");
        }
    }

    /** One unit. */
    public UnitHistory(List<Double> failures, double end) {
        this(failures, end, 1);
    }
}
