// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.fleet.Fault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where faults are planted: each on a component of a line of its own, all of them early enough to have half a year to be
 * found, and none so small that it would let expect fewer than eight failures more in its first half year.
 */
final class Planting {
    static final int LEAST = 8;
    private static final int TRIES = 400;
    private static final int HALF_YEAR = 182;

    private final FleetOptions options;
    private final Maker maker;
    private final Failures failures;
    private final Draws draws;
    private final Set<String> taken = new HashSet<>();

    Planting(FleetOptions options, Maker maker, Failures failures) {
        this.options = options;
        this.maker = maker;
        this.failures = failures;
        this.draws = new Draws(options.seed(), "planting");
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < options.faultsPerKind(); i++) {
                plant(kind, faults);
            }
        }
        if (options.launch() == FleetOptions.Launch.COMPONENT) {
            faults.add(launched());
        }
        return List.copyOf(faults);
    }

    /** The component of the launched model that fails most often fails three times as often as in its predecessor. */
    private Fault launched() {
        Part part = maker.parts().stream()
                .filter(each -> each.line() == 0)
                .max(Comparator.comparingDouble(Part::level))
                .orElseThrow();
        String model = ofLine(0).get(options.size().models() - 1).code();
        int from = Days.first(options.launchMonth());
        return new Fault(
                Kind.DESIGN_CHANGE,
                List.of(model),
                0,
                part.code(),
                part.symptom(0),
                3,
                null,
                options.launchMonth(),
                Integer.MAX_VALUE,
                null,
                from,
                options.end(),
                from,
                0);
    }

    private void plant(Kind kind, List<Fault> faults) {
        for (int i = 0; i < TRIES; i++) {
            Part part = maker.parts().get(draws.below(maker.parts().size()));
            Model model = pick(part.line());
            Fault fault = draw(kind, part, model);
            boolean lotted = kind != Kind.LOT || part.lotted();
            String place = part.line() + part.code();
            List<Model> models = ofLine(part.line()).stream()
                    .filter(other -> fault.models().contains(other.code()))
                    .toList();
            if (lotted && !taken.contains(place) && failures.expected(fault, models, part) >= LEAST) {
                taken.add(place);
                faults.add(fault);
                return;
            }
        }
        throw new IllegalStateException("Cannot plant a fault of kind " + kind + " in the fleet of seed "
                + options.seed() + ": none of " + TRIES + " has enough failures");
    }

    private Model pick(int line) {
        List<Model> ofLine = ofLine(line);
        return ofLine.get(draws.below(ofLine.size()));
    }

    private List<Model> ofLine(int line) {
        return maker.models().stream().filter(model -> model.line() == line).toList();
    }

    private Fault draw(Kind kind, Part part, Model model) {
        int start = options.watched() + draws.below(Math.max(1, options.end() - options.watched() - 230));
        int month = Days.month(start);
        double times = switch (kind) {
            case LOT, PRODUCTION_MONTH, IN_SERVICE_MONTH -> draws.between(2, 5);
            case DESIGN_CHANGE, REGION -> draws.between(1.8, 3.5);
            case RISE, DRIFT -> draws.between(1.6, 3);
            case EARLY_WEAR -> draws.between(2.5, 5);
        };
        List<Lot> lots = Lot.built(part, model.platform(), month);
        Lot lot = lots.get(draws.below(lots.size()));
        String region = Maker.region(draws.below(Maker.REGIONS));
        List<String> models = ofLine(part.line()).stream()
                .filter(other -> kind == Kind.REGION
                        || kind == Kind.LOT && other.platform() == model.platform()
                        || other.equals(model))
                .map(Model::code)
                .toList();
        int builtFrom = switch (kind) {
            case PRODUCTION_MONTH, IN_SERVICE_MONTH, DESIGN_CHANGE -> month;
            case EARLY_WEAR -> month - 8;
            case LOT, REGION, RISE, DRIFT -> Integer.MIN_VALUE;
        };
        int builtTo = switch (kind) {
            case PRODUCTION_MONTH, IN_SERVICE_MONTH -> month;
            case EARLY_WEAR -> month - 3;
            case LOT, DESIGN_CHANGE, REGION, RISE, DRIFT -> Integer.MAX_VALUE;
        };
        int from = kind == Kind.LOT ? options.watched() : start;
        int to = switch (kind) {
            case REGION -> start + 270;
            case RISE -> start + HALF_YEAR;
            case LOT, PRODUCTION_MONTH, IN_SERVICE_MONTH, DESIGN_CHANGE, DRIFT, EARLY_WEAR -> options.end();
        };
        return new Fault(
                kind,
                models,
                part.line(),
                part.code(),
                part.symptom(draws.below(part.symptoms().length)),
                times,
                kind == Kind.LOT ? lot.code() : null,
                builtFrom,
                builtTo,
                kind == Kind.REGION ? region : null,
                from,
                to,
                start,
                0);
    }
}
