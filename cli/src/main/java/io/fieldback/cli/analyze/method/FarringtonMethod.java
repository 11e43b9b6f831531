// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.Farrington1996;
import io.fieldback.statistics.detection.FarringtonPoint;
import java.util.List;

/** {@code farrington}. */
final class FarringtonMethod implements Method {
    private static final String OUTPUT = "t,observed,upperbound,alarm";

    @Override
    public About about() {
        return new About(
                "farrington",
                new Text("the weekly alarm of 1996, alpha two-sided", "1996 年的周计数报警法，alpha 为双侧"),
                Series.COLUMNS,
                Periods.DATED_NOTE,
                OUTPUT,
                List.of(
                        FarringtonFlexibleMethod.B,
                        FarringtonFlexibleMethod.W,
                        Parameter.real(
                                "alpha",
                                "0.01",
                                Parameter.SHARE,
                                new Text("two-sided: the bound is the 1 - alpha/2 quantile", "双侧：上界为 1 - alpha/2 分位数")),
                        FarringtonFlexibleMethod.TREND,
                        FarringtonFlexibleMethod.LIMIT_CASES,
                        FarringtonFlexibleMethod.LIMIT_WEEKS,
                        FarringtonFlexibleMethod.POWER,
                        Span.RANGE,
                        Periods.FREQ),
                new Text(
                        "log mu = level + trend (if p < 0.05) over windows around the same season; residuals above 1"
                                + " weighted down; upperbound as in farrington-flexible with the delta method, 0 where"
                                + " there are too few recent cases.",
                        "log mu = 水平 + 趋势（p < 0.05 时），取往年同季节窗口；残差大于 1 者降权；upperbound 同"
                                + " farrington-flexible 的 delta 法，近期例数太少时为 0。"),
                "Farrington et al. (1996), J. R. Stat. Soc. A 159. Equals farrington of R's surveillance.",
                About.Example.of("series.csv", "b=3", "range=409:416"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Farrington1996 detector = new Farrington1996(
                settings.whole("b"),
                settings.whole("w"),
                settings.real("alpha"),
                settings.flag("trend"),
                settings.whole("limit54_cases"),
                settings.whole("limit54_weeks"),
                FarringtonFlexibleMethod.transform(settings));
        int frequency = settings.whole("freq");
        Series series = Series.dated(input, frequency);
        int earliest = FarringtonFlexibleMethod.earliest(series, detector.years());
        int usual = Math.max(earliest, detector.years() * frequency + detector.halfWindow());
        Span judged = series.judged(settings, earliest, usual);
        Outcome outcome = Outcome.of(OUTPUT);
        for (int now = judged.from(); now <= judged.to(); now++) {
            FarringtonPoint point = detector.at(series.counts(), now);
            double bound = Double.isNaN(point.upperBound()) && point.isFitted() ? 0 : point.upperBound();
            outcome.row(series.t(now), point.observed(), bound, point.isFitted() ? point.alarm() : null);
        }
        return outcome;
    }
}
