// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.MONTH;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;

import io.fieldback.reports.content.Block;
import io.fieldback.statistics.life.ReturnForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the failures of the next year are drawn and tabled. */
record ForecastChart(Asking asking, ObservedLives data) {
    /** Expected failures by month, with the bounds of the count that will be seen. */
    Block.Chart chart(LifeAnswer it) {
        List<Object> expected = new ArrayList<>();
        List<Object> lower = new ArrayList<>();
        List<Object> height = new ArrayList<>();
        List<String> months = new ArrayList<>();
        for (ReturnForecast.Period period : it.months()) {
            months.add(asking.figures().month(month(period)));
            expected.add(Charts.rounded(period.expected()));
            lower.add(period.prediction().lower());
            height.add(period.prediction().upper() - period.prediction().lower());
        }
        List<Map<String, Object>> series = new ArrayList<>(Charts.band("bounds", "@accent", lower, height));
        Map<String, Object> line = Charts.line(asking.say("chart.life.fitted"), expected, "@accent", "solid");
        line.put("showSymbol", true);
        series.add(line);
        List<String> names = new ArrayList<>(List.of(asking.say("chart.life.fitted")));
        it.apart().ifPresent(apart -> {
            names.add(asking.say("chart.life.apart"));
            series.add(Charts.line(
                    asking.say("chart.life.apart"),
                    apart.months().stream().map(Charts::rounded).toList(),
                    "@bad",
                    "solid"));
        });
        Map<String, Object> option = Charts.of(
                "legend", Charts.legend(names),
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 12, 58, 4),
                "xAxis", Charts.categories(months),
                "yAxis", Charts.values(asking.say("chart.failures")),
                "series", series);
        return new Block.Chart(
                "forecast", asking.say("chart.forecast.title"), asking.say("chart.forecast.subtitle"), 280, option);
    }

    Block.Grid table(LifeAnswer it) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ReturnForecast.Period period : it.months()) {
            rows.add(Arrays.asList(
                    month(period),
                    it.apart()
                            .map(apart -> apart.months().get(period.period() - 1))
                            .orElse(null),
                    period.expected(),
                    Math.round(period.prediction().lower()),
                    Math.round(period.prediction().upper()),
                    period.interval().lower(),
                    period.interval().upper()));
        }
        return new Block.Grid(
                "forecast",
                asking.say("table.forecast"),
                List.of(
                        asking.texts().heading("month", MONTH),
                        asking.texts().heading("expected_apart", NUMBER),
                        asking.texts().heading("expected", NUMBER),
                        asking.texts().heading("seen_from", COUNT),
                        asking.texts().heading("seen_to", COUNT),
                        asking.texts().heading("lower_95", NUMBER),
                        asking.texts().heading("upper_95", NUMBER)),
                rows);
    }

    private LocalDate month(ReturnForecast.Period period) {
        return data.until().plusDays(1).plusMonths(period.period() - 1L);
    }
}
