// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import io.fieldback.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/** The maker as a seed has it: which models follow which and when, and what is planted where. */
public final class World {
    private final long seed;
    private final List<Model> models;
    private final List<Site> sites;
    private final BadLot badLot;
    private final DesignFault designFault;
    private final SeasonalPart seasonalPart;

    private World(long seed) {
        this.seed = seed;
        Dice dice = Dice.of(seed, 1);
        List<Line> lines = shuffled(Catalogue.LINES, dice);
        Line lotLine = lines.get(0);
        Line designLine = lines.get(1);
        String lotModel = lotLine.models().get(dice.between(2, 3));
        this.models = models(lotModel, designLine, dice);
        this.sites = Site.all(dice.below(Region.ALL.size() * Site.PER_REGION));
        this.badLot = badLot(named(lotModel), dice);
        this.designFault = new DesignFault(
                named(designLine.successor()),
                tracedPosition(designLine, dice),
                dice.below(2),
                3.0,
                30 + 3 * dice.uniform());
        this.seasonalPart =
                new SeasonalPart(lines.get(2), tracedPosition(lines.get(2), dice), dice.below(2), 4 + dice.uniform());
    }

    /** The world of a seed. */
    public static World of(long seed) {
        return new World(seed);
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** All models. */
    public List<Model> models() {
        return models;
    }

    /** All service sites, region by region. */
    public List<Site> sites() {
        return sites;
    }

    /** The bad supplier lot. */
    public BadLot badLot() {
        return badLot;
    }

    /** The design fault of a new model. */
    public DesignFault designFault() {
        return designFault;
    }

    /** The seasonal part. */
    public SeasonalPart seasonalPart() {
        return seasonalPart;
    }

    /** The model of this code. */
    public Model named(String code) {
        return models.stream()
                .filter(model -> model.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find model " + code + ": it is not made"));
    }

    private static List<Model> models(String lotModel, Line designLine, Dice dice) {
        List<Model> models = new ArrayList<>();
        for (Line line : Catalogue.LINES) {
            int launch = line.is(designLine) ? dice.between(8, 11) : dice.between(10, 18);
            for (int i = 0; i < line.models().size(); i++) {
                String code = line.models().get(i);
                boolean predecessor = i == 0;
                boolean successor = i == 1;
                double weight = (predecessor || successor ? 1.3 : 0.8)
                        * (line.is(designLine) && successor ? 1.3 : 1)
                        * (code.equals(lotModel) ? 2.2 : 1);
                models.add(new Model(
                        models.size(),
                        code,
                        line,
                        successor ? line.predecessor() : null,
                        successor ? launch : -24,
                        predecessor ? launch + 1 : Horizon.MONTHS - 1,
                        weight,
                        line.is(Catalogue.HEAT_PUMP) ? "AC" : "AB",
                        line.is(Catalogue.ELECTRIC) ? 48 : 36,
                        80_000 + 40_000 * i + (line.is(Catalogue.HEAT_PUMP) ? 250_000 : 0)));
            }
        }
        return List.copyOf(models);
    }

    private static BadLot badLot(Model model, Dice dice) {
        int position = tracedPosition(model.line(), dice);
        Component component = model.line().components().get(position);
        // Not over the Spring Festival, when few are made.
        int first = dice.pick(List.of(9, 10, 14, 15, 16, 17));
        String supplier = dice.pick(component.suppliers());
        String lot = Lots.number(supplier, first, "C");
        int symptom = dice.below(2);
        return new BadLot(model, position, symptom, supplier, lot, first, first + 2, 0.85, 4.5 + dice.uniform());
    }

    private static int tracedPosition(Line line, Dice dice) {
        return line.components().indexOf(dice.pick(line.traced()));
    }

    private static <T> List<T> shuffled(List<T> list, Dice dice) {
        List<T> left = new ArrayList<>(list);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(dice.below(left.size())));
        }
        return shuffled;
    }
}
