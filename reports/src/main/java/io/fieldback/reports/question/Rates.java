// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.SHARE;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often units fail, per 1,000 in the field and month. */
public final class Rates {
    /** The name on the command line. */
    public static final String NAME = "rates";

    private static final double UNITS = 1000;

    private Rates() {}

    /** The answer; refused where no product has a denominator. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Row> products = asking.rows("rates_by_product");
        if (asking.exposure().level() == 0) {
            return asking.refusal(NAME, asking.say("refusal.rates", subject(asking)));
        }
        double unitMonths =
                products.stream().mapToDouble(row -> row.number("unit_months")).sum();
        long matched = products.stream()
                .filter(row -> row.number("unit_months") > 0)
                .mapToLong(row -> row.count("matched"))
                .sum();
        if (!(unitMonths > 0)) {
            return asking.refusal(NAME, asking.say("refusal.rates.no-complete-month"));
        }
        PoissonRate rate = new PoissonRate(matched, unitMonths);
        String takeaway = asking.say(
                "rates.takeaway",
                asking.figures().month(products.get(0).day("first_month")),
                asking.figures().month(products.get(0).day("last_month")),
                asking.figures().number(rate.value() * UNITS),
                asking.figures()
                        .interval(rate.interval(Interval.DEFAULT_CONFIDENCE).times(UNITS)),
                matched,
                asking.figures().count(Math.round(unitMonths)));
        Report trend = FaultTrend.of(asking);
        List<Block> blocks = new ArrayList<>();
        List<Finding> cares = cares(asking);
        if (!cares.isEmpty()) {
            blocks.add(new Block.Findings(cares));
        }
        blocks.add(table(asking, products));
        trend.sections().get(0).blocks().stream()
                .filter(block -> !(block instanceof Block.Findings))
                .filter(block ->
                        !(block instanceof Block.Chart chart && chart.key().equals("failures-by-month")))
                .forEach(blocks::add);
        return asking.report(NAME, takeaway, List.of(Asking.only(blocks)), asking.say("counted.rates"));
    }

    /** The product, or all. */
    static String subject(Asking asking) {
        return asking.context().product().orElseGet(() -> {
            List<String> products = asking.exposure().productsBelow(1);
            return products.size() == 1 ? products.get(0) : asking.say("word.all-products");
        });
    }

    private static List<Finding> cares(Asking asking) {
        List<Finding> cares = new ArrayList<>();
        List<String> without = asking.exposure().productsBelow(1);
        if (!without.isEmpty()) {
            cares.add(new Finding(
                    State.WATCH, "", asking.say("rates.without", ExposureSummary.named(asking.texts(), without))));
        }
        unmatched(asking).ifPresent(cares::add);
        return cares;
    }

    /** A reason for care where too many failures do not belong to units of the denominator. */
    static Optional<Finding> unmatched(Asking asking) {
        if (asking.exposure().trusted()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                State.WATCH,
                "",
                asking.say(
                        "rates.unmatched",
                        asking.exposure().failures() - asking.exposure().matched(),
                        asking.figures().share(1 - asking.exposure().matchedShare()))));
    }

    private static Block.Grid table(Asking asking, List<Row> products) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : products) {
            double unitMonths = row.number("unit_months");
            Optional<PoissonRate> rate =
                    unitMonths > 0 ? Optional.of(new PoissonRate(row.count("matched"), unitMonths)) : Optional.empty();
            Optional<Interval> interval =
                    rate.map(it -> it.interval(Interval.DEFAULT_CONFIDENCE).times(UNITS));
            long failures = row.count("failures");
            rows.add(Arrays.asList(
                    row.text("product_model"),
                    "E" + row.count("level"),
                    failures,
                    failures == 0 ? null : (double) row.count("matched") / failures,
                    unitMonths > 0 ? Math.round(unitMonths) : null,
                    rate.map(it -> it.value() * UNITS).orElse(null),
                    interval.map(Interval::lower).orElse(null),
                    interval.map(Interval::upper).orElse(null)));
        }
        return new Block.Grid(
                "products",
                asking.say("table.rates"),
                List.of(
                        asking.texts().heading("product_model", TEXT),
                        asking.texts().heading("level", TEXT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("matched_share", SHARE),
                        asking.texts().heading("unit_months", COUNT),
                        asking.texts().heading("per_1000_month", NUMBER),
                        asking.texts().heading("lower_95", NUMBER),
                        asking.texts().heading("upper_95", NUMBER)),
                rows);
    }
}
