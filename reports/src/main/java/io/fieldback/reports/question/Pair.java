// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.State;
import io.fieldback.statistics.disproportion.RatioPosterior;
import io.fieldback.statistics.disproportion.TwoByTwo;
import io.fieldback.statistics.interval.Interval;

/**
 * A group and a component that failed in it.
 *
 * @param group supplier, lot, batch, region or site
 * @param component that failed
 * @param table of the cases, whatever the units
 * @param count of failures held against the expectation
 * @param expected of them
 * @param exposed whether the expectation comes from units at equal age, or from shares among the cases
 * @param posterior of the ratio of both
 */
record Pair(
        String group,
        String component,
        TwoByTwo table,
        long count,
        double expected,
        boolean exposed,
        RatioPosterior posterior) {
    private static final double CLEAR = 1.5;

    private static final int LEAST_CASES = 5;

    /** Enough failures, and with a chance of 95 % more than 1.5 times as many as expected. */
    boolean standsOut() {
        return count >= LEAST_CASES && posterior.eb05() >= CLEAR;
    }

    /** Less than that, but more than expected with a chance of 95 %. */
    boolean isWorthALook() {
        return !standsOut() && count >= LEAST_CASES && posterior.eb05() > 1;
    }

    /** How it is to be taken. */
    State state() {
        return standsOut() ? State.STANDS_OUT : isWorthALook() ? State.WATCH : State.QUIET;
    }

    /** Whether there are so few failures that the ratio rests on what is usual in the table. */
    boolean isSparse() {
        return count < LEAST_CASES;
    }

    double ratio() {
        return count / expected;
    }

    Interval proportionalInterval() {
        return table.proportionalReportingRatioInterval(Interval.DEFAULT_CONFIDENCE);
    }

    Interval oddsInterval() {
        return table.reportingOddsRatioInterval(Interval.DEFAULT_CONFIDENCE);
    }
}
