// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.detection.SeasonalMean;
import io.fieldback.statistics.glm.Family;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mean of a series in control, as the parameters {@code m} of a CUSUM and {@code mu0} of a GLR chart ask for it. */
final class InControl {
    static final Parameter HARMONICS =
            Parameter.whole("S", "1", Text.NONE, new Text("harmonics of the year in a glm", "glm 中一年的谐波数"));

    static final Parameter TREND = Parameter.flag("trend", "FALSE", new Text("whether a glm has a trend", "glm 是否含趋势"));

    /** Also as R's call was written down. */
    private static final Pattern GLM = Pattern.compile("glm(?: S=(\\d) (no )?trend on 1:(\\d+))?");

    private static final String NUMBER = "\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    private InControl() {}

    static Parameter parameter(String name, String standard) {
        return Parameter.free(
                name,
                standard,
                Text.same("mean|glm|NUMBER"),
                new Text(
                        "mean in control: average before the range, a glm fitted to it, or given",
                        "受控均值：范围之前的平均、对其拟合的 glm，或给定的数"));
    }

    /** The means of the periods that are judged. */
    static double[] means(Series series, Settings settings, String name, Family family, Span judged) {
        String wish = settings.text(name);
        long[] counts = series.counts().counts();
        double[] means = new double[judged.length()];
        Matcher glm = GLM.matcher(wish);
        if (glm.matches()) {
            if (glm.group(3) != null && Integer.parseInt(glm.group(3)) != judged.from()) {
                throw settings.wrong(name, "the range begins behind the first " + judged.from() + " periods");
            }
            int harmonics = glm.group(1) == null ? settings.whole("S") : Integer.parseInt(glm.group(1));
            boolean trend = glm.group(1) == null ? settings.flag("trend") : glm.group(2) == null;
            return new SeasonalMean(settings.whole("freq"), harmonics, trend, family)
                    .predict(counts, judged.from(), means.length)
                    .orElseThrow(() -> series.input()
                            .refused("the mean of the " + judged.from()
                                    + " periods before the range cannot be fitted; they may be too few, or all 0"));
        }
        double mean;
        if (wish.equals("mean") || wish.startsWith("mean(")) {
            mean = Arrays.stream(counts).limit(judged.from()).average().orElse(0);
        } else if (wish.matches(NUMBER)) {
            mean = Double.parseDouble(wish);
        } else {
            throw settings.wrong(name, "it must be mean, glm or a number");
        }
        if (!(mean > 0)) {
            throw series.input().refused("the mean before the range is 0, and nothing can be held against it");
        }
        Arrays.fill(means, mean);
        return means;
    }
}
