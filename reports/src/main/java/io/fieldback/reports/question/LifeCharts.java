// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Tile;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.LogEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How lives are drawn: the fitted distribution beside what was seen, and its parameters. */
record LifeCharts(Asking asking, ObservedLives data) {
    private static final double PERCENT = 100;
    private static final double[] LIVES = {0.01, 0.05, 0.10};

    Block.Tiles tiles(LifeAnswer it) {
        LogEstimate b10 = it.fit().life(0.10);
        Tile shape = it.apart()
                .map(apart -> tile("tile.wear", apart.fit().shape(), "", apart.shape()))
                .orElse(tile("tile.shape", it.fit().shape().value(), "", it.shape()));
        return new Block.Tiles(List.of(
                shape,
                tile("tile.b10", b10.value(), asking.say("unit.months"), b10.interval(Interval.DEFAULT_CONFIDENCE)),
                new Tile(
                        asking.say("tile.forecast"),
                        asking.figures().number(it.expected()),
                        asking.say("unit.failures"),
                        asking.say("tile.bounds", asking.figures().interval(it.bounds()))),
                new Tile(
                        asking.say("tile.first-failures"),
                        asking.figures().count(data.failures()),
                        "",
                        asking.say("tile.of-units", asking.figures().count(data.units())))));
    }

    private Tile tile(String key, double value, String unit, Interval interval) {
        return new Tile(
                asking.say(key),
                asking.figures().number(value),
                unit,
                asking.say("tile.interval", asking.figures().interval(interval)));
    }

    /** The share that has failed: dots as seen, the fitted line with its interval, dashed where nothing was seen. */
    Block.Chart distribution(LifeAnswer it) {
        int last = data.oldest() + LifeAnswer.AHEAD;
        List<Double> seen = data.shareFailed();
        List<@Nullable Object> dots = new ArrayList<>();
        List<@Nullable Object> fitted = new ArrayList<>();
        List<@Nullable Object> beyond = new ArrayList<>();
        List<Object> lower = new ArrayList<>();
        List<Object> height = new ArrayList<>();
        for (int month = 1; month <= last; month++) {
            double share = Charts.rounded(PERCENT * it.fit().failing(month));
            Interval interval =
                    it.fit().failing(month, Interval.DEFAULT_CONFIDENCE).times(PERCENT);
            dots.add(month <= seen.size() ? Charts.rounded(PERCENT * seen.get(month - 1)) : null);
            fitted.add(month <= data.oldest() ? share : null);
            beyond.add(month >= data.oldest() ? share : null);
            lower.add(Charts.rounded(interval.lower()));
            height.add(Charts.rounded(interval.upper() - interval.lower()));
        }
        String observed = asking.say("chart.life.seen");
        String weibull = asking.say("chart.life.fitted");
        List<Map<String, Object>> series = new ArrayList<>(Charts.band("fit", "@accent", lower, height));
        series.add(Charts.line(weibull, fitted, "@accent", "solid"));
        series.add(Charts.line(weibull, beyond, "@accent", "dashed"));
        List<String> names = new ArrayList<>(List.of(weibull));
        it.apart().ifPresent(apart -> {
            names.add(asking.say("chart.life.apart"));
            series.add(Charts.line(asking.say("chart.life.apart"), apart(apart, last), "@bad", "solid"));
        });
        names.add(observed);
        series.add(Charts.of(
                "type",
                "scatter",
                "name",
                observed,
                "data",
                dots,
                "symbolSize",
                7,
                "itemStyle",
                Charts.of("color", "@card", "borderColor", "@text", "borderWidth", 1.5)));
        Map<String, Object> option = Charts.of(
                "legend", Charts.legend(names),
                "tooltip", Charts.tooltip(),
                "grid", Charts.grid(4, 24, 58, 34),
                "xAxis", Charts.months(asking, last),
                "yAxis", Charts.values(asking.say("chart.life.percent")),
                "series", series);
        return new Block.Chart("life", asking.say("chart.life.title"), asking.say("chart.life.subtitle"), 340, option);
    }

    private static List<Object> apart(WearApart apart, int last) {
        List<Object> line = new ArrayList<>();
        for (int month = 1; month <= last; month++) {
            line.add(Charts.rounded(PERCENT * (1 - apart.fit().surviving(month))));
        }
        return line;
    }

    Block.Grid parameters(LifeAnswer it) {
        LifeFit fit = it.fit();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row(asking.say("life.shape"), fit.shape().value(), it.shape(), ""));
        rows.add(row(
                asking.say("life.scale"),
                fit.scale().value(),
                fit.scale().interval(Interval.DEFAULT_CONFIDENCE),
                remark(fit.scale().value())));
        for (double share : LIVES) {
            LogEstimate life = fit.life(share);
            rows.add(row(
                    asking.say("life.b", Math.round(PERCENT * share)),
                    life.value(),
                    life.interval(Interval.DEFAULT_CONFIDENCE),
                    remark(life.value())));
        }
        return new Block.Grid(
                "weibull",
                asking.say("table.weibull"),
                List.of(
                        asking.texts().heading("parameter", TEXT),
                        asking.texts().heading("value", NUMBER),
                        asking.texts().heading("lower_95", NUMBER),
                        asking.texts().heading("upper_95", NUMBER),
                        asking.texts().heading("remark", TEXT)),
                rows);
    }

    private static List<@Nullable Object> row(String name, double value, Interval interval, String remark) {
        return Arrays.asList(name, value, interval.lower(), interval.upper(), remark);
    }

    private String remark(double age) {
        return age > data.oldest() ? asking.say("life.beyond", data.oldest()) : "";
    }
}
