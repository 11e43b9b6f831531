// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.interval.RateRatio;
import java.util.List;

/** Production months in which a component fails more than in the others. */
final class BatchStandouts {
    private final List<Comparison> standouts;
    private final boolean rates;

    private BatchStandouts(List<Comparison> standouts, boolean rates) {
        this.standouts = standouts;
        this.rates = rates;
    }

    /** At equal age where the units made are known, else by the share of the component among the failures. */
    static BatchStandouts of(Asking asking) {
        if (asking.exposure().level() >= 3) {
            return new BatchStandouts(
                    Comparison.standouts(Comparison.standardised(asking.rows("batch_comparison"))), true);
        }
        List<Comparison> all = Comparison.of(
                asking.rows("batch_counts"),
                row -> new RateRatio(
                        new PoissonRate(row.count("observed"), row.number("month_failures")),
                        new PoissonRate(row.count("other_failures"), row.number("other_month_failures"))),
                row -> row.count("other_failures") > 0 && row.count("other_month_failures") > 0);
        return new BatchStandouts(Comparison.standouts(all), false);
    }

    List<Comparison> standouts() {
        return standouts;
    }

    /** Those that neither a lot nor a model that stands out explains. */
    BatchStandouts unexplained(LotStandouts lots, ModelStandouts models) {
        List<Comparison> left = standouts.stream()
                .filter(it -> lots.standouts().stream().noneMatch(lot -> explains(lot.row(), it.row())))
                .filter(it -> !rates
                        || models.standouts().stream()
                                .noneMatch(model -> model.row()
                                                .text("component")
                                                .equals(it.row().text("component"))
                                        && model.row()
                                                .text("product_model")
                                                .equals(it.row().text("product_model"))))
                .toList();
        return new BatchStandouts(left, rates);
    }

    private static boolean explains(Row lot, Row batch) {
        return lot.text("component").equals(batch.text("component"))
                && !lot.isNull("first_month")
                && !batch.day("production_month").isBefore(lot.day("first_month"))
                && !batch.day("production_month").isAfter(lot.day("last_month"));
    }

    List<Finding> findings(Asking asking, int most) {
        return standouts.stream().limit(most).map(it -> finding(asking, it)).toList();
    }

    private Finding finding(Asking asking, Comparison it) {
        Row row = it.row();
        String month = asking.figures().month(row.day("production_month"));
        if (rates) {
            return new Finding(
                    State.STANDS_OUT,
                    asking.say("batches.headline", row.text("product_model"), row.text("component"), month),
                    asking.say(
                            "batches.finding",
                            it.observed(),
                            asking.figures().number(it.expected()),
                            asking.figures().number(it.ratio()),
                            asking.figures().interval(it.interval()),
                            row.count("units")));
        }
        return new Finding(
                State.WATCH,
                asking.say("batches.headline.counts", row.text("component"), month),
                asking.say(
                        "batches.finding.counts",
                        it.observed(),
                        row.count("month_failures"),
                        asking.figures().number(it.expected()),
                        asking.figures().number(it.ratio()),
                        asking.figures().interval(it.interval())));
    }
}
