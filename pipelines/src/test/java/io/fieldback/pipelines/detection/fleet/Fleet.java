// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A maker's fleet as detection sees it, all in the order of the days on which it became known, and what was planted.
 *
 * @param options it was drawn from
 * @param models and when they are made
 * @param occurrences failures, complaints, returns, visits
 * @param units in the field
 * @param lots in them
 * @param faults planted
 */
public record Fleet(
        FleetOptions options,
        List<Model> models,
        List<Occurrence> occurrences,
        List<Exposure> units,
        List<LotExposure> lots,
        List<Fault> faults) {
    private static final double RETURNED = 0.004;
    private static final double VISITED = 0.0007;

    /** The fleet of a seed. */
    public static Fleet of(FleetOptions options) {
        Maker maker = Maker.of(options);
        Days days = new Days(options.has(Disturbance.HOLIDAYS));
        Map<Model, List<Cell>> cells = new LinkedHashMap<>();
        Field field = new Field(options);
        for (Model model : maker.models()) {
            List<Cell> made = Production.cells(options, model);
            cells.put(model, made);
            field.add(model, made, parts(maker, model));
        }
        Failures failures = new Failures(options, days, cells);
        List<Occurrence> rows = new ArrayList<>();
        for (Model model : maker.models()) {
            for (Part part : parts(maker, model)) {
                Filing filing = new Filing(options, days, maker, model.code(), part.code());
                failures.usual(model, part, failure -> filing.repair(failure, rows::add));
            }
            others(options, days, maker, model, cells.getOrDefault(model, List.of()), rows::add);
        }
        List<Fault> faults = new ArrayList<>();
        for (Fault planned : new Planting(options, maker, failures).faults()) {
            faults.add(happen(options, days, maker, failures, planned, rows::add));
        }
        List<Occurrence> disturbed = new ArrayList<>(new Disturbing(options, days).rows(rows, maker, cells));
        disturbed.sort(Comparator.comparingInt(Occurrence::knownOn));
        return new Fleet(options, maker.models(), disturbed, field.units(), field.lots(), List.copyOf(faults));
    }

    private static List<Part> parts(Maker maker, Model model) {
        return maker.parts().stream()
                .filter(part -> part.line() == model.line())
                .toList();
    }

    private static Fault happen(
            FleetOptions options, Days days, Maker maker, Failures failures, Fault fault, Consumer<Occurrence> out) {
        int[] onset = {options.end()};
        int[] count = {0};
        for (Model model : maker.models()) {
            if (fault.models().contains(model.code())) {
                for (Part part : parts(maker, model)) {
                    if (part.code().equals(fault.component())) {
                        Filing filing = new Filing(options, days, maker, "fault", model.code(), part.code());
                        failures.added(fault, model, part, failure -> {
                            onset[0] = Math.min(onset[0], failure.day());
                            count[0]++;
                            filing.repair(failure, out);
                        });
                    }
                }
            }
        }
        return fault.happened(onset[0], count[0]);
    }

    /** Returns in the first weeks of use, and visits that are no failures. */
    private static void others(
            FleetOptions options, Days days, Maker maker, Model model, List<Cell> cells, Consumer<Occurrence> out) {
        Draws draws = new Draws(options.seed(), "others", model.code());
        Filing filing = new Filing(options, days, maker, "others", model.code());
        List<Part> parts = parts(maker, model);
        double[] regions = Draws.sums(model.regions());
        double[] levels = Draws.sums(parts.stream().mapToDouble(Part::level).toArray());
        for (int month = Days.month(options.first()); Days.first(month) < options.end(); month++) {
            for (Cell cell : cells) {
                if (cell.sold() <= month) {
                    boolean fresh = cell.sold() == month;
                    int returns = fresh ? draws.poisson(cell.units() * RETURNED) : 0;
                    int visits = draws.poisson(cell.units() * VISITED);
                    for (int i = 0; i < returns + visits; i++) {
                        int day = Days.first(month) + draws.below(28);
                        Part part = parts.get(draws.pick(levels, levels.length));
                        int region = draws.pick(regions, regions.length);
                        int symptom = draws.pick(part.symptoms());
                        Failure at = new Failure(day, model, part, cell, null, region, symptom);
                        boolean returned = i < returns;
                        filing.other(returned ? Measure.QUALITY_RETURN : Measure.OTHER_VISIT, at, returned, out);
                    }
                }
            }
        }
    }
}
