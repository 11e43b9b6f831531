// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The failures of a fleet: what hazards, seasons and calendar let happen, restless as field data is. */
final class Failures {
    /** Weeks vary by gamma noise of this shape beyond Poisson. */
    private static final double WEEK_SHAPE = 25;

    /** The level of a series wanders: standard deviation of its logarithm, and how much of it is left a month later. */
    private static final double WANDER = 0.07;

    private static final double KEPT = 0.85;

    private final FleetOptions options;
    private final Days days;
    private final Map<Model, List<Cell>> cells;

    Failures(FleetOptions options, Days days, Map<Model, List<Cell>> cells) {
        this.options = options;
        this.days = days;
        this.cells = cells;
    }

    /** All failures of a part of a model that have nothing to do with a fault. */
    void usual(Model model, Part part, Consumer<Failure> out) {
        Draws draws = new Draws(options.seed(), "failures", model.code(), part.code());
        Burden burden = new Burden(cells.getOrDefault(model, List.of()));
        double[] regions = Draws.sums(shares(model, part));
        double[] symptoms = Draws.sums(part.symptoms());
        double level = 0;
        double noise = 1;
        for (int month = Days.month(options.first()); Days.first(month) < options.end(); month++) {
            level = KEPT * level + Math.sqrt(1 - KEPT * KEPT) * WANDER * draws.normal();
            double mean = burden.of(part, month) * model.quality() * part.seasonOf(month) * Math.exp(level);
            int first = Days.first(month);
            double[] sums = new double[Days.first(month + 1) - first];
            for (int i = 0; i < sums.length; i++) {
                noise = Days.weekday(first + i) == 0 ? draws.noise(WEEK_SHAPE) : noise;
                sums[i] = (i == 0 ? 0 : sums[i - 1]) + days.weight(first + i) * noise;
            }
            double total = mean * sums[sums.length - 1] / sums.length;
            for (int left = draws.poisson(total); left > 0; left--) {
                Cell cell = burden.pick(draws);
                int day = first + draws.pick(sums, sums.length);
                int region = draws.pick(regions, regions.length);
                int symptom = draws.pick(symptoms, symptoms.length);
                Lot lot = pick(Lot.built(part, model.platform(), cell.produced()), draws);
                out.accept(new Failure(day, model, part, cell, lot, region, symptom));
            }
        }
    }

    /** Those a fault adds to one of its models. */
    void added(Fault fault, Model model, Part part, Consumer<Failure> out) {
        Draws draws = new Draws(options.seed(), "fault", fault.kind(), model.code(), part.code());
        double[] shares = shares(model, part);
        double[] regions = Draws.sums(shares);
        for (int month = Days.month(fault.from()); Days.first(month) < fault.to(); month++) {
            int first = Math.max(fault.from(), Days.first(month));
            int end = Math.min(fault.to(), Days.first(month + 1));
            double[] sums = new double[end - first];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = (i == 0 ? 0 : sums[i - 1]) + days.weight(first + i);
            }
            for (Cell cell : cells.getOrDefault(model, List.of())) {
                double mean = mean(fault, model, part, cell, shares, month);
                for (int left = mean > 0 ? draws.poisson(mean) : 0; left > 0; left--) {
                    int region = fault.region() == null ? draws.pick(regions, regions.length) : region(fault.region());
                    int symptom = draws.happens(0.8)
                            ? fault.symptom().charAt(fault.symptom().length() - 1) - '1'
                            : draws.pick(part.symptoms());
                    Lot lot = pick(lots(fault, part, model, cell), draws);
                    int day = first + draws.pick(sums, sums.length);
                    out.accept(new Failure(day, model, part, cell, lot, region, symptom));
                }
            }
        }
    }

    /** Failures a fault lets expect in the half year that begins in the month in which the first is due. */
    double expected(Fault fault, List<Model> models, Part part) {
        int first = Days.month(fault.from());
        double[] byMonth = new double[Days.month(fault.to() - 1) + 1 - first];
        for (Model model : models) {
            double[] shares = shares(model, part);
            for (Cell cell : cells.getOrDefault(model, List.of())) {
                for (int i = 0; i < byMonth.length; i++) {
                    byMonth[i] += mean(fault, model, part, cell, shares, first + i);
                }
            }
        }
        int due = 0;
        double before = 0;
        while (due < byMonth.length && before + byMonth[due] < 1) {
            before += byMonth[due++];
        }
        double sum = 0;
        for (int i = due; i < Math.min(byMonth.length, due + 6); i++) {
            sum += byMonth[i];
        }
        return Days.first(first + due + 6) <= options.end() ? sum : 0;
    }

    private double mean(Fault fault, Model model, Part part, Cell cell, double[] shares, int month) {
        if (cell.sold() > month || !fault.befalls(cell)) {
            return 0;
        }
        double carried = fault.region() == null ? 1 : shares[region(fault.region())];
        if (fault.lot() != null) {
            carried = share(lots(fault, part, model, cell));
        }
        if (carried == 0) {
            return 0;
        }
        int age = month - cell.sold() + 1;
        int first = Math.max(fault.from(), Days.first(month));
        int end = Math.min(fault.to(), Days.first(month + 1));
        double watched = (end - first) / (double) (Days.first(month + 1) - Days.first(month));
        return carried * watched * cell.units() * part.hazard(age) * model.quality() * fault.excess(first, age);
    }

    private static double share(List<Lot> lots) {
        return lots.stream().mapToDouble(Lot::share).sum();
    }

    /** The lots a failure of a fault can have. */
    private static List<Lot> lots(Fault fault, Part part, Model model, Cell cell) {
        List<Lot> lots = Lot.built(part, model.platform(), cell.produced());
        return fault.lot() == null
                ? lots
                : lots.stream().filter(lot -> lot.code().equals(fault.lot())).toList();
    }

    private static @Nullable Lot pick(List<Lot> lots, Draws draws) {
        double at = draws.share() * share(lots);
        for (Lot lot : lots) {
            at -= lot.share();
            if (at < 0) {
                return lot;
            }
        }
        return lots.isEmpty() ? null : lots.get(lots.size() - 1);
    }

    private static int region(String code) {
        return Integer.parseInt(code.substring(1)) - 1;
    }

    /** Of a model's failures of a part, what each region has. */
    private static double[] shares(Model model, Part part) {
        double[] shares = new double[model.regions().length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = model.regions()[i] * part.regions()[i];
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
