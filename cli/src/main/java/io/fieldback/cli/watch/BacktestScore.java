// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.feed.Backtest;
import io.fieldback.schemas.alert.AlertChange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What a backtest is worth: the load it would have been, and how late it was. */
public final class BacktestScore {
    private static final double DAYS_A_WEEK = 7;
    private static final double PER = 1_000;

    private final Backtest.Found found;
    private final Reference reference;

    /** Of what was found; {@code reference} tells product lines. */
    public BacktestScore(Backtest.Found found, Reference reference) {
        this.found = found;
        this.reference = reference;
    }

    /** New quality alerts a week of each product line that had one. */
    public Map<String, Double> loads() {
        Map<String, Double> loads = new TreeMap<>();
        for (AlertChange opened : found.opened()) {
            String model = opened.scope().productModel();
            loads.merge(model == null ? "–" : reference.line(model), DAYS_A_WEEK / found.days(), Double::sum);
        }
        return loads;
    }

    /** The load of the line that has most. */
    public double heaviest() {
        return loads().values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** The first alert of a fault. */
    public Optional<AlertChange> first(PlantedFaults.Fault fault) {
        return found.opened().stream().filter(fault::is).findFirst();
    }

    /** Days from the onset of a fault to its first alert; empty if it was not found. */
    public OptionalLong delay(PlantedFaults.Fault fault) {
        return first(fault)
                .map(opened -> OptionalLong.of(ChronoUnit.DAYS.between(fault.onset(), opened.knownOn())))
                .orElse(OptionalLong.empty());
    }

    /** Quality alerts that are about none of these faults. */
    public List<AlertChange> others(PlantedFaults faults) {
        return found.opened().stream()
                .filter(opened -> faults.faults().stream().noneMatch(fault -> fault.is(opened)))
                .toList();
    }

    /** How many a number of alerts is for each 1,000 series-months; 0 where nothing could be judged. */
    public double perThousandSeriesMonths(int alerts) {
        return found.seriesMonths() == 0 ? 0 : alerts * PER / found.seriesMonths();
    }

    /**
     * Median of the days by which alerts open later than those of a backtest by other rules; alerts of one product and
     * component are held against each other in their order.
     */
    public OptionalLong laterThan(BacktestScore other) {
        Map<String, LocalDate> firsts = new TreeMap<>();
        other.found.opened().forEach(opened -> firsts.putIfAbsent(scope(opened), opened.knownOn()));
        Map<String, Long> later = new TreeMap<>();
        for (AlertChange opened : found.opened()) {
            LocalDate first = firsts.get(scope(opened));
            if (first != null) {
                later.putIfAbsent(scope(opened), ChronoUnit.DAYS.between(first, opened.knownOn()));
            }
        }
        List<Long> sorted = later.values().stream().sorted().toList();
        return sorted.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sorted.get(sorted.size() / 2));
    }

    private static String scope(AlertChange opened) {
        return opened.scope().productModel() + "\n" + opened.scope().component();
    }
}
