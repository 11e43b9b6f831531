// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.statistics.interval.AtRiskSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long units of a product, or one of its components, live: R/1000, Weibull, and the failures of the next year. */
public final class Life {
    /** The name on the command line. */
    public static final String NAME = "life";

    private static final int LEAST_LEVEL = 2;

    private final Asking asking;
    private final String product;
    private final Optional<Integer> limit;
    private final Curve curve;
    private final ObservedLives data;
    private final Optional<LifeAnswer> answer;

    private Life(Asking asking, String product, Curve curve) {
        this.asking = asking;
        this.product = product;
        this.limit = WarrantyLimits.of(asking).months(product);
        this.curve = curve;
        this.data = ObservedLives.of(asking, limit);
        this.answer = LifeAnswer.of(data, limit);
    }

    /** The answer for one product; refused where nothing says when its units went into service. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        if (asking.context().product().isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.life.product", products(asking)));
        }
        String product = asking.context().product().get();
        if (asking.exposure().isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.product", product, products(asking)));
        }
        int level = asking.exposure().level();
        if (level < LEAST_LEVEL) {
            return asking.refusal(NAME, asking.say("refusal.life.e" + level, product));
        }
        Optional<Curve> curve =
                Curve.all(asking).stream().filter(it -> it.quarter() == null).findFirst();
        if (curve.isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.mis.too-young"));
        }
        long aged = curve.get().points().stream()
                .mapToLong(AtRiskSum.Point::incidents)
                .sum();
        if (aged == 0 && level == LEAST_LEVEL) {
            return asking.refusal(NAME, asking.say("refusal.mis.no-age", product));
        }
        return new Life(asking, product, curve.get()).report();
    }

    private Report report() {
        LifeFindings findings = new LifeFindings(asking, data, answer);
        LifeCharts charts = new LifeCharts(asking, data);
        ForecastChart forecast = new ForecastChart(asking, data);
        List<Section> sections = new ArrayList<>();
        List<Finding> first = new ArrayList<>(findings.all(limit));
        Rates.unmatched(asking).ifPresent(first::add);
        first.add(WarrantyLimits.of(asking).finding(product));
        List<Block> head = new ArrayList<>();
        answer.ifPresent(it -> head.add(charts.tiles(it)));
        head.add(new Block.Findings(first));
        sections.add(new Section("answer", "", head));
        sections.add(new Section(
                "curve",
                asking.say("section.life.curve"),
                List.of(
                        new Block.Findings(CurveChart.maturity(asking, curve)),
                        CurveChart.chart(asking, List.of(curve)),
                        CurveChart.table(asking, curve))));
        answer.ifPresent(it -> {
            sections.add(new Section(
                    "fit", asking.say("section.life.fit"), List.of(charts.distribution(it), charts.parameters(it))));
            sections.add(new Section(
                    "forecast", asking.say("section.life.forecast"), List.of(forecast.chart(it), forecast.table(it))));
        });
        String takeaway = MonthsInService.takeaway(asking, List.of(named(curve)))
                + answer.map(findings::takeaway).orElse(asking.say("life.takeaway.none", data.failures()));
        return asking.report(
                NAME,
                takeaway,
                sections,
                asking.say("counted.life", data.until().toString()));
    }

    /** The curve by the name of what failed. */
    private Curve named(Curve it) {
        String name =
                asking.context().component().map(code -> product + " · " + code).orElse(product);
        return new Curve(name, it.quarter(), it.points());
    }

    private static String products(Asking asking) {
        List<String> products = asking
                .database()
                .rows("select product_model from exposure_sources order by level desc, product_model")
                .stream()
                .map(row -> row.text("product_model"))
                .toList();
        return ExposureSummary.named(asking.texts(), products);
    }
}
