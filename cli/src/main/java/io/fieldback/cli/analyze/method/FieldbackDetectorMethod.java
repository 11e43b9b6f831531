// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.TimeAxis;
import io.fieldback.statistics.watch.FieldbackDetector;
import io.fieldback.statistics.watch.Standing;
import io.fieldback.statistics.watch.WatchPoint;
import io.fieldback.statistics.watch.WatchedSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** {@code fieldback-detector}. */
final class FieldbackDetectorMethod implements Method {
    private static final String ONE = "t,observed,expected,phi,p,drift";
    private static final String MANY = "scenario,rep,kind,t,p";

    /** The weeks that the published simulation watches: 576 to 624. */
    private static final int WATCHED = 49;

    @Override
    public About about() {
        return new About(
                "fieldback-detector",
                new Text(
                        "Fieldback's own alarm for sparse counts with exposure and late reports",
                        "Fieldback 自己的报警法：适用于稀疏、有暴露量、报告滞后的计数"),
                "t,observed[,population][,completeness][,date] or scenario,rep,kind,counts",
                new Text(
                        "A series: population: exposure, 0 where nothing was at risk; completeness: share of a week's events"
                                + " known by now, 1 if not there; date: first day of each week. Many series: one a row,"
                                + " counts separated by spaces; the last 49 weeks are judged if no range is given.",
                        "单个序列：population 为暴露量，无在险者为 0；completeness 为该周事件至今已知的比例，没有此列则为 1；date 为每周第一天。"
                                + "多个序列：每行一个，counts 以空格分隔；不给出 range 时判断最后 49 周。"),
                "t,observed: " + ONE + "; counts: " + MANY,
                List.of(Span.RANGE, Periods.FREQ),
                new Text(
                        "A rate by level, slope and season in proportion to exposure is learned from the weeks before, without"
                                + " the newest and without past outbreaks; expected and phi (variance over mean) are of the"
                                + " week; p: chance of counts this great in the last one, two and three weeks together; drift:"
                                + " log likelihood ratio of a slow rise over the last year.",
                        "由此前各周（不含最近几周和以往的爆发）学得与暴露量成正比的率：水平、斜率与季节；expected 与 phi（方差/均值）属于当周；p：最近"
                                + "一、二、三周合计出现如此多例的概率；drift：近一年缓慢上升的对数似然比。"),
                "Fieldback: docs/designs/detection.md.",
                About.Example.of("series.csv", "range=409:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        return input.has("counts") ? many(input, settings) : one(input, settings);
    }

    private static Outcome one(Input input, Settings settings) {
        Periods periods = Periods.of(input);
        double[] completeness = new double[periods.length()];
        Arrays.fill(completeness, 1);
        if (input.has("completeness")) {
            input.eachRow(row -> completeness[row] = input.present(row, "completeness"));
        }
        WatchedSeries series = new WatchedSeries(
                input.counts("observed"), periods.population(), completeness, periods.axis(settings.whole("freq")));
        Span asked = Span.asked(settings, periods.first(), periods.length(), 0);
        Outcome outcome = Outcome.of(ONE);
        int judged = 0;
        for (WatchPoint point : FieldbackDetector.standard().over(series, asked.from(), asked.to())) {
            judged += point.isJudged() ? 1 : 0;
            if (settings.has("range") || point.standing() != Standing.TOO_SHORT) {
                outcome.row(
                        periods.t(point.position()),
                        point.observed(),
                        point.expected(),
                        point.phi(),
                        point.p(),
                        point.drift());
            }
        }
        if (judged == 0) {
            throw input.refused("no week can be judged; too few weeks before have anything at risk and reported");
        }
        return outcome;
    }

    private static Outcome many(Input input, Settings settings) {
        TimeAxis axis = new TimeAxis.Periods(settings.whole("freq"));
        List<long[]> counts = new ArrayList<>();
        List<Span> asked = new ArrayList<>();
        input.eachRow(row -> {
            long[] own = counts(input, row);
            counts.add(own);
            asked.add(Span.asked(settings, 1, own.length, Math.max(0, own.length - WATCHED)));
        });
        // Series know nothing of each other.
        List<List<WatchPoint>> judged = IntStream.range(0, input.size())
                .parallel()
                .mapToObj(row -> FieldbackDetector.standard()
                        .over(
                                WatchedSeries.of(counts.get(row), axis),
                                asked.get(row).from(),
                                asked.get(row).to()))
                .toList();
        Outcome outcome = Outcome.of(MANY);
        input.eachRow(row -> {
            Object scenario = Outcome.label(input.text(row, "scenario"));
            Object rep = Outcome.label(input.text(row, "rep"));
            String kind = input.text(row, "kind");
            judged.get(row).forEach(point -> outcome.row(scenario, rep, kind, point.position() + 1, point.p()));
        });
        return outcome;
    }

    private static long[] counts(Input input, int row) {
        String[] words = input.text(row, "counts").strip().split("\\s+");
        long[] counts = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            if (!words[i].matches("\\d{1,15}")) {
                throw input.refused(row, "counts", "'" + words[i] + "' is not a whole number from 0 on");
            }
            counts[i] = Long.parseLong(words[i]);
        }
        return counts;
    }
}
