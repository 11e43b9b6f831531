// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Phase;
import io.fieldback.statistics.chart.UChart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The months on which the limits of a chart are frozen: those asked for, else the first 12 complete months with
 * exposure, or the first two thirds of them where there are fewer than 18.
 *
 * @param months complete, with exposure, in order; at least 2
 */
record Baseline(List<Month> months) {
    /** Complete months with exposure that a chart needs: some to freeze limits on, some to judge. */
    static final int LEAST_MONTHS = 8;

    private static final int LEAST = 2;
    private static final int USUAL = 12;
    private static final int ENOUGH = 18;

    /** Empty where fewer than two complete months with exposure are in the phase asked for. */
    static Optional<Baseline> of(List<Month> complete, Optional<Phase> asked) {
        int first = complete.size() >= ENOUGH ? USUAL : complete.size() * 2 / 3;
        List<Month> months = asked.map(phase -> complete.stream()
                        .filter(month -> phase.contains(month.month()))
                        .toList())
                .orElse(complete.subList(0, first));
        return months.size() < LEAST ? Optional.empty() : Optional.of(new Baseline(months));
    }

    LocalDate first() {
        return months.get(0).month();
    }

    LocalDate last() {
        return months.get(months.size() - 1).month();
    }

    boolean holds(Month month) {
        return months.contains(month);
    }

    /**
     * Laney's u′ chart, or the plain u chart where months vary no more than chance alone lets them. Needs an event and
     * exposure in the months.
     */
    UChart chart(ToLongFunction<Month> events, ToDoubleFunction<Month> exposure) {
        long[] counts = months.stream().mapToLong(events).toArray();
        double[] exposures = months.stream().mapToDouble(exposure).toArray();
        UChart laney = UChart.laney(counts, exposures);
        return laney.sigmaZ() > 1 ? laney : UChart.frozenOn(counts, exposures);
    }

    long matched() {
        return months.stream().mapToLong(Month::matched).sum();
    }
}
