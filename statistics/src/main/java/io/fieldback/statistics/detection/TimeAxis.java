// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Where the same season lies in earlier years. Positions count from 0. */
public sealed interface TimeAxis {
    /** The position of the same season some years before a position; may lie before the series begins. */
    int yearsBefore(int position, int years);

    /** Periods in a year, on average. */
    double periodsInYear();

    /**
     * Years of so many periods each: position less a multiple. Months are 12, weeks by number 52; over ten years weeks by
     * number drift by more than ten days against the sun.
     *
     * @param frequency periods in a year
     */
    record Periods(int frequency) implements TimeAxis {
        /** Checks the frequency. */
        public Periods {
            if (frequency < 1) {
                throw new IllegalArgumentException(
                        "Cannot form years of " + frequency + " periods: there must be at least one");
            }
        }

        @Override
        public int yearsBefore(int position, int years) {
            return position - years * frequency;
        }

        @Override
        public double periodsInYear() {
            return frequency;
        }
    }

    /**
     * Weeks by date: the week whose first day lies nearest to the same day of the earlier year, as R's {@code
     * farringtonFlexible} and {@code farrington} choose it where epochs are dates.
     *
     * @param first day of the week at position 0
     */
    record Weeks(LocalDate first) implements TimeAxis {
        @Override
        public int yearsBefore(int position, int years) {
            LocalDate day = first.plusWeeks(position);
            LocalDate earlier = sameDay(day, years);
            DayOfWeek weekday = day.getDayOfWeek();
            int forward =
                    Math.floorMod(weekday.getValue() - earlier.getDayOfWeek().getValue(), 7);
            LocalDate nearest = forward <= 3 ? earlier.plusDays(forward) : earlier.minusDays(7L - forward);
            return Math.toIntExact(ChronoUnit.DAYS.between(first, nearest) / 7);
        }

        @Override
        public double periodsInYear() {
            return 365.25 / 7;
        }

        /** 29 February of a year that has none is 1 March. */
        private static LocalDate sameDay(LocalDate day, int years) {
            LocalDate earlier = day.minusYears(years);
            return earlier.getDayOfMonth() == day.getDayOfMonth() ? earlier : earlier.plusDays(1);
        }
    }
}
