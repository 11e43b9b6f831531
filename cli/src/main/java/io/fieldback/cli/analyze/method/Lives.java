// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.life.LifeDistribution;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.MaximumLikelihood;
import io.fieldback.statistics.life.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Ages at failure as life methods are given them: time and status, or intervals lo to hi. */
final class Lives {
    static final String EXACT = "time,status[,wt]";

    static final Text EXACT_NOTE = new Text(
            "time is an age in any unit; status 1 failed, 0 still working (suspended); wt units alike, 1 if not there.",
            "time 为寿命（单位任意）；status 1 为失效，0 为仍在工作（截尾）；wt 为相同的台数，没有此列则为 1。");

    static final Parameter CONFIDENCE =
            Parameter.real("conf", "0.95", Parameter.SHARE, new Text("confidence of intervals", "区间的置信水平"));

    private Lives() {}

    /** The fit. Of few failures a shape is mostly chance: it is refused, and what needs fewer is named. */
    static LifeFit fit(LifeDistribution distribution, List<Observation> lives) {
        double failures = lives.stream()
                .filter(Observation::isFailure)
                .mapToDouble(Observation::weight)
                .sum();
        if (distribution != LifeDistribution.EXPONENTIAL && failures < LifeFit.LEAST_FAILURES) {
            throw new IllegalArgumentException("Cannot fit " + distribution.label() + ": "
                    + BigDecimal.valueOf(failures).stripTrailingZeros().toPlainString()
                    + (failures == 1 ? " failure" : " failures") + ", at least 5 are needed to tell a shape"
                    + (distribution == LifeDistribution.WEIBULL
                            ? "; with a shape known from like parts, see weibayes"
                            : ""));
        }
        return MaximumLikelihood.fit(distribution, lives);
    }

    /** Failures and suspensions. */
    static List<Observation> exact(Input input) {
        List<Observation> lives = new ArrayList<>();
        input.eachRow(row -> {
            double time = input.present(row, "time");
            Observation one = failed(input, row) ? Observation.failed(time) : Observation.survived(time);
            add(input, row, one, lives);
        });
        return lives;
    }

    /** Intervals; lo is empty for units that had failed by hi, hi is empty for units that still worked at lo. */
    static List<Observation> intervals(Input input) {
        List<Observation> lives = new ArrayList<>();
        input.eachRow(row -> {
            double low = input.number(row, "lo");
            double high = input.number(row, "hi");
            if (Double.isNaN(low) && Double.isNaN(high)) {
                throw input.refused(row, "lo", "it is empty, and so is hi");
            }
            Observation one = new Observation(
                    Double.isNaN(low) ? 0 : low, Double.isNaN(high) ? Double.POSITIVE_INFINITY : high, 1);
            add(input, row, one, lives);
        });
        return lives;
    }

    static boolean failed(Input input, int row) {
        double status = input.present(row, "status");
        if (status != 0 && status != 1) {
            throw input.refused(row, "status", "'" + input.text(row, "status") + "' is neither 1 (failed) nor 0");
        }
        return status == 1;
    }

    /** Rows that stand for no unit are passed over. */
    private static void add(Input input, int row, Observation one, List<Observation> lives) {
        double weight = input.has("wt") ? input.present(row, "wt") : 1;
        if (weight < 0) {
            throw input.refused(row, "wt", "'" + input.text(row, "wt") + "' is below 0");
        }
        if (weight > 0) {
            lives.add(one.times(weight));
        }
    }
}
