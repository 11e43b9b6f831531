// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.Ears;
import io.fieldback.statistics.detection.PublishedC3;
import java.util.List;
import java.util.OptionalDouble;

/** {@code ears}. */
final class EarsMethod implements Method {
    private static final String OUTPUT = "t,observed,upperbound,alarm";
    private static final String PUBLISHED = "published_C3";
    private static final String PUBLISHED_OUTPUT = "t,observed,c2,c3,alarm";
    private static final double STRICT = 0.001;
    private static final double LOOSE = 0.025;
    private static final double FLOOR = 0.2;

    @Override
    public About about() {
        return new About(
                "ears",
                new Text("counts against the few periods before, for series without history", "与紧邻的几期比较，适用于没有历史的序列"),
                "t,observed",
                Periods.NOTE,
                OUTPUT + "; " + PUBLISHED + ": " + PUBLISHED_OUTPUT,
                List.of(
                        Parameter.choice(
                                "method",
                                List.of("C1", "C2", "C3", PUBLISHED),
                                new Text(
                                        "C3 as R has it leaves the present period out; published_C3 has it",
                                        "R 的 C3 不含当期；published_C3 含当期")),
                        Parameter.whole(
                                "baseline", "7", Parameter.PERIODS, new Text("periods compared with", "作比较的期数")),
                        Parameter.real(
                                "minSigma",
                                "",
                                Parameter.CASES,
                                new Text(
                                        "standard deviation is taken to be no less; 0, published_C3 0.2",
                                        "标准差的下限；默认 0，published_C3 为 0.2")),
                        Parameter.real(
                                "alpha",
                                "",
                                Parameter.SHARE,
                                new Text(
                                        "one-sided; 0.001 for C1 and C2, 0.025 for C3, none for published_C3",
                                        "单侧；C1、C2 默认 0.001，C3 默认 0.025，published_C3 不用")),
                        Span.RANGE),
                new Text(
                        "upperbound = mean + z(1 - alpha) sd of the baseline (C1 just before, C2 two periods earlier);"
                                + " C3 lowers it by max(0, C2 - 1) of the two periods before; published_C3 = sum of"
                                + " max(0, C2 - 1) over three periods, alarm above 2.",
                        "upperbound = 基线均值 + z(1 - alpha) × 标准差（C1 紧邻，C2 再早两期）；C3 按前两期的 max(0, C2 - 1)"
                                + " 降低上界；published_C3 = 三期 max(0, C2 - 1) 之和，大于 2 报警。"),
                "Hutwagner et al. (2003), J. Urban Health 80. C1 to C3 equal earsC of R's surveillance.",
                About.Example.of("series.csv", "method=C2", "range=409:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Series series = Series.periodic(input, 1);
        String method = settings.text("method");
        int baseline = settings.whole("baseline");
        OptionalDouble floor = settings.realIfAny("minSigma");
        OptionalDouble alpha = settings.realIfAny("alpha");
        int earliest = baseline
                + switch (method) {
                    case "C1" -> 0;
                    case "C2" -> 2;
                    default -> 4;
                };
        long[] counts = series.counts().counts();
        if (method.equals(PUBLISHED)) {
            if (alpha.isPresent()) {
                throw settings.wrong("alpha", PUBLISHED + " has a limit of 2 and no alpha");
            }
            PublishedC3 published = new PublishedC3(baseline, floor.orElse(FLOOR));
            Span judged = series.judged(settings, earliest, earliest);
            Outcome outcome = Outcome.of(PUBLISHED_OUTPUT);
            for (PublishedC3.Point point : published.of(counts)) {
                if (judged.contains(point.position())) {
                    outcome.row(series.t(point.position()), point.observed(), point.c2(), point.c3(), point.alarm());
                }
            }
            return outcome;
        }
        Ears ears = new Ears(baseline, floor.orElse(0), alpha.orElse(method.equals("C3") ? LOOSE : STRICT));
        Span judged = series.judged(settings, earliest, earliest);
        List<Ears.Point> points = switch (method) {
            case "C1" -> ears.c1(counts);
            case "C2" -> ears.c2(counts);
            default -> ears.c3OfR(counts);
        };
        Outcome outcome = Outcome.of(OUTPUT);
        for (Ears.Point point : points) {
            if (judged.contains(point.position())) {
                boolean bounded = !Double.isNaN(point.upperBound());
                outcome.row(
                        series.t(point.position()),
                        point.observed(),
                        point.upperBound(),
                        bounded ? point.alarm() : null);
            }
        }
        return outcome;
    }
}
