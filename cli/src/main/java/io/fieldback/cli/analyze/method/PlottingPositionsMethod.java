// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.life.Observation;
import io.fieldback.statistics.life.PlottingPosition;
import io.fieldback.statistics.life.PlottingPositions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code plotting-positions}. */
final class PlottingPositionsMethod implements Method {
    private static final String OUTPUT = "time,status,rank,prob";

    @Override
    public About about() {
        return new About(
                "plotting-positions",
                new Text("where failures stand on probability paper", "失效在概率纸上的位置"),
                Lives.EXACT,
                Lives.EXACT_NOTE,
                OUTPUT,
                List.of(Parameter.choice(
                        "method",
                        List.of("johnson", "kaplan"),
                        new Text("adjusted ranks, or 1 - survival", "调整秩，或 1 - 存活率"))),
                new Text(
                        "johnson: rank += d (n + 1 - rank) / (units at risk + 1), prob = (rank - 0.3) / (n + 0.4); kaplan:"
                                + " prob = 1 - surv. Suspensions have neither.",
                        "johnson：rank += d (n + 1 - rank) / (在险数 + 1)，prob = (rank - 0.3) / (n + 0.4)；kaplan：prob = 1 -"
                                + " surv。截尾没有位置。"),
                "Johnson (1964); Benard's approximation. Equals estimate_cdf of R's weibulltools.",
                About.Example.of("lives.csv", "method=johnson"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        List<Observation> lives = Lives.exact(input);
        List<PlottingPosition> positions = settings.text("method").equals("kaplan")
                ? PlottingPositions.kaplan(lives)
                : PlottingPositions.johnson(lives);
        Map<Double, PlottingPosition> byAge = new HashMap<>();
        positions.forEach(position -> byAge.put(position.age(), position));
        Outcome outcome = Outcome.of(OUTPUT);
        lives.stream().sorted(Comparator.comparingDouble(Observation::lower)).forEach(life -> {
            PlottingPosition position = life.isFailure() ? byAge.get(life.lower()) : null;
            outcome.row(
                    life.lower(),
                    life.isFailure(),
                    position == null ? null : position.rank(),
                    position == null ? null : position.probability());
        });
        return outcome;
    }
}
