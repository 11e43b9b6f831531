// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import java.util.List;

/** {@code garwood}. */
final class GarwoodMethod implements Method {
    private static final String OUTPUT = "events,exposure,conf,rate,lower,upper";

    /** The confidence of a row, or of all. */
    static double confidence(Input input, Settings settings, int row) {
        return Interval.confidence(input.has("conf") ? input.present(row, "conf") : settings.real("conf"));
    }

    @Override
    public About about() {
        return new About(
                "garwood",
                new Text("rates with their exact interval", "率及其精确区间"),
                "events,exposure[,conf]",
                Text.NONE,
                OUTPUT,
                List.of(Lives.CONFIDENCE),
                new Text(
                        "rate = events / exposure; lower = chi-squared((1 - conf)/2, 2 events) / 2 / exposure, upper ="
                                + " chi-squared((1 + conf)/2, 2 events + 2) / 2 / exposure.",
                        "rate = events / exposure；lower = 卡方((1 - conf)/2, 2 events) / 2 / exposure，upper = 卡方((1 +"
                                + " conf)/2, 2 events + 2) / 2 / exposure。"),
                "Garwood (1936), Biometrika 28. Equals poisson.test of R.",
                About.Example.of("rates.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Outcome outcome = Outcome.of(OUTPUT);
        input.eachRow(row -> {
            double confidence = confidence(input, settings, row);
            PoissonRate rate = new PoissonRate(input.count(row, "events"), input.present(row, "exposure"));
            Interval interval = rate.interval(confidence);
            outcome.row(rate.events(), rate.exposure(), confidence, rate.value(), interval.lower(), interval.upper());
        });
        return outcome;
    }
}
