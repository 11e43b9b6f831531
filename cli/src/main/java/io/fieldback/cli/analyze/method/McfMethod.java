// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction.Scale;
import io.fieldback.statistics.recurrence.MeanCumulativeFunction.Variance;
import io.fieldback.statistics.recurrence.UnitHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code mcf}. */
final class McfMethod implements Method {
    private static final String OUTPUT = "time,n_risk,inst_rate,mcf,se,lower,upper";

    @Override
    public About about() {
        return new About(
                "mcf",
                new Text("mean failures of a unit up to an age, repairs included", "每台到某寿命为止的平均失效次数（含修复后再失效）"),
                "id,time,event",
                new Text(
                        "event 1: a failure of the unit at this age; 0: the end of its observation. A unit without a 0 is"
                                + " observed to its last row.",
                        "event 1：该台在此寿命失效；0：观察结束。没有 0 的台观察到其最后一行。"),
                OUTPUT,
                List.of(
                        Parameter.choice(
                                "variance",
                                List.of("LawlessNadeau", "Poisson"),
                                new Text("robust, or for independent failures only", "稳健方差，或仅适用于失效相互独立")),
                        Parameter.flag(
                                "logConfInt",
                                "FALSE",
                                new Text("whether intervals are symmetric on the log scale", "区间是否在对数尺度上对称")),
                        Lives.CONFIDENCE),
                new Text(
                        "mcf = sum of d/n over ages, n units being observed at the age; Poisson: se^2 = sum of d/n^2;"
                                + " LawlessNadeau: se^2 = sum over units of (sum of at risk/n (own failures - d/n))^2.",
                        "mcf = 各寿命 d/n 之和，n 为该寿命时在观察的台数；Poisson：se^2 = d/n^2 之和；LawlessNadeau：se^2 = 对各台"
                                + " (在险/n (自身失效 - d/n) 之和)^2 求和。"),
                "Nelson (1988), J. Qual. Technol. 20; Lawless and Nadeau (1995), Technometrics 37. Equals mcf of R's reda.",
                About.Example.of("fleet.csv", "logConfInt=TRUE"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Variance variance = settings.text("variance").equals("Poisson") ? Variance.POISSON : Variance.LAWLESS_NADEAU;
        Scale scale = settings.flag("logConfInt") ? Scale.LOGNORMAL : Scale.NORMAL;
        Outcome outcome = Outcome.of(OUTPUT);
        for (MeanCumulativeFunction.Point point :
                MeanCumulativeFunction.curve(units(input), variance, scale, settings.real("conf"))) {
            outcome.row(
                    point.age(),
                    point.atRisk(),
                    point.rate(),
                    point.value(),
                    point.standardError(),
                    point.interval().lower(),
                    point.interval().upper());
        }
        return outcome;
    }

    private static List<UnitHistory> units(Input input) {
        Map<String, List<Double>> failures = new LinkedHashMap<>();
        Map<String, Double> ends = new HashMap<>();
        input.eachRow(row -> {
            String id = input.text(row, "id");
            if (id.isEmpty()) {
                throw input.refused(row, "id", "it is empty");
            }
            double time = input.present(row, "time");
            double event = input.present(row, "event");
            if (event != 0 && event != 1) {
                throw input.refused(
                        row, "event", "'" + input.text(row, "event") + "' is neither 1 (failure) nor 0 (end)");
            }
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw input.refused(row, "time", "'" + input.text(row, "time") + "' is no age from 0 on");
            }
            List<Double> own = failures.computeIfAbsent(id, unit -> new ArrayList<>());
            if (event == 1) {
                own.add(time);
            }
            ends.merge(id, time, Math::max);
        });
        List<UnitHistory> units = new ArrayList<>();
        failures.forEach((id, own) -> units.add(new UnitHistory(own, ends.getOrDefault(id, 0.0))));
        return units;
    }
}
