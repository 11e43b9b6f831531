// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.AtRiskSum;
import io.fieldback.statistics.interval.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failures per 1,000 units by months in service of one product, or of one production quarter of it.
 *
 * @param product model
 * @param quarter of production, its first day; null for all
 * @param points by month in service, from 1
 */
record Curve(String product, @Nullable LocalDate quarter, List<AtRiskSum.Point> points) {
    /** A month that fewer than this part of the units of month 1 completed is immature: the youngest say nothing. */
    private static final double MATURE = 0.5;

    /** All curves of the question, each up to the end of the warranty. */
    static List<Curve> all(Asking asking) {
        WarrantyLimits limits = WarrantyLimits.of(asking);
        return of(asking.rows("mis_curves")).stream().map(limits::cut).toList();
    }

    static List<Curve> of(List<Row> rows) {
        Map<List<@Nullable Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            key.add(row.text("product_model"));
            key.add(row.dayOrNull("production_quarter"));
            groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
        }
        List<Curve> curves = new ArrayList<>();
        groups.forEach((key, months) -> {
            long[] atRisk = months.stream().mapToLong(row -> row.count("units")).toArray();
            long[] failures =
                    months.stream().mapToLong(row -> row.count("failures")).toArray();
            curves.add(new Curve(
                    months.get(0).text("product_model"),
                    months.get(0).dayOrNull("production_quarter"),
                    AtRiskSum.curve(atRisk, failures, Interval.DEFAULT_CONFIDENCE)));
        });
        return curves;
    }

    /** The point at the end of a month in service. */
    Optional<AtRiskSum.Point> at(int month) {
        return month <= points.size() ? Optional.of(points.get(month - 1)) : Optional.empty();
    }

    /** Whether at least half of the units that completed a month in service completed this one. */
    boolean mature(AtRiskSum.Point point) {
        return point.atRisk() >= MATURE * points.get(0).atRisk();
    }
}
