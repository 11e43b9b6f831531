// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.detection.ChangePoint;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.interval.RateRatio;
import java.util.List;
import java.util.Optional;

/** Components of a model that fail more than those of the other models. */
final class ModelStandouts {
    private static final double RISING = 1.2;
    private static final double FALLING = 0.8;
    private static final double BEYOND_CHANCE = 12;

    private final List<Comparison> standouts;
    private final boolean rates;

    private ModelStandouts(List<Comparison> standouts, boolean rates) {
        this.standouts = standouts;
        this.rates = rates;
    }

    /** At equal age where ages are known, lots that are set aside left out; else by share among the failures. */
    static ModelStandouts of(Asking asking) {
        if (asking.exposure().level() >= 3) {
            return new ModelStandouts(
                    Comparison.standouts(Comparison.standardised(asking.rows("model_comparison"))), true);
        }
        List<Comparison> all = Comparison.of(
                asking.rows("product_counts"),
                row -> new RateRatio(
                        new PoissonRate(row.count("observed"), row.number("product_failures")),
                        new PoissonRate(row.count("other_failures"), row.number("other_product_failures"))),
                row -> row.count("other_failures") > 0 && row.count("other_product_failures") > 0);
        return new ModelStandouts(Comparison.standouts(all), false);
    }

    List<Comparison> standouts() {
        return standouts;
    }

    /** Tells the models that compare what is left over to leave these out. */
    void setAside(Asking asking) {
        asking.database()
                .run("create or replace temp table set_aside_models (product_model varchar, component varchar)");
        for (Comparison it : standouts) {
            asking.database()
                    .run("insert into set_aside_models values ("
                            + LotStandouts.quoted(it.row().textOrNull("product_model")) + ", "
                            + LotStandouts.quoted(it.row().textOrNull("component")) + ")");
        }
    }

    List<Finding> findings(Asking asking, int most) {
        return standouts.stream().limit(most).map(it -> finding(asking, it)).toList();
    }

    private Finding finding(Asking asking, Comparison it) {
        Row row = it.row();
        String headline = asking.say("models.headline", row.text("product_model"), row.text("component"));
        if (!rates) {
            return new Finding(
                    State.WATCH,
                    headline,
                    asking.say(
                            "models.finding.counts",
                            it.observed(),
                            row.count("product_failures"),
                            asking.figures().number(it.expected()),
                            asking.figures().number(it.ratio()),
                            asking.figures().interval(it.interval())));
        }
        String made = row.isNull("made_since")
                ? ""
                : asking.say("models.made-since", asking.figures().month(row.day("made_since")));
        String sentence = asking.say(
                "models.finding",
                it.observed(),
                asking.figures().number(it.expected()),
                asking.figures().number(it.ratio()),
                asking.figures().interval(it.interval()));
        return new Finding(State.STANDS_OUT, headline, sentence + made + ageing(asking, row) + since(asking, row));
    }

    /** Whether the rate rises with age: after the sixth month in service against up to it. */
    private static String ageing(Asking asking, Row row) {
        double late = row.number("late_unit_months");
        double early = row.number("early_unit_months");
        if (!(late > 0) || !(early > 0)) {
            return "";
        }
        RateRatio ratio = new RateRatio(
                new PoissonRate(row.count("late_failures"), late), new PoissonRate(row.count("early_failures"), early));
        Interval interval = ratio.interval(Interval.DEFAULT_CONFIDENCE);
        String key = interval.lower() > RISING
                ? "models.rising"
                : interval.upper() < FALLING ? "models.falling" : "models.steady";
        return asking.say(
                key, asking.figures().number(ratio.value()), asking.figures().interval(interval));
    }

    /** The month since which it fails more per unit, if there is one. */
    private static String since(Asking asking, Row row) {
        List<Row> months = asking.rows("component_months").stream()
                .filter(month -> month.text("product_model").equals(row.text("product_model"))
                        && month.text("component").equals(row.text("component")))
                .toList();
        long[] counts =
                months.stream().mapToLong(month -> month.count("failures")).toArray();
        double[] units =
                months.stream().mapToDouble(month -> month.number("units")).toArray();
        Optional<ChangePoint> change = ChangePoint.of(counts, units, 2)
                .filter(found -> found.statistic() > BEYOND_CHANCE && found.after() > found.before());
        return change.map(found -> asking.say(
                        "models.since",
                        asking.figures().month(months.get(found.from()).day("month"))))
                .orElse("");
    }
}
