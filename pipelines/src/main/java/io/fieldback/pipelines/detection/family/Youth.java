// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.series.Months;

/** What was made lately is likelier to be what is wrong: older batches had their time to show it. */
public final class Youth {
    private static final int YOUNG = 12;
    private static final int GROWN = 24;
    private static final double LESS = 0.3;
    private static final double LEAST = 0.1;

    private Youth() {}

    /**
     * The weight of a batch before anything is counted.
     *
     * @param produced the last month it was made in, months since 1970
     * @param day by whose end it is judged
     */
    public static double weight(int produced, int day) {
        int age = Months.of(day) - produced;
        return age <= YOUNG ? 1 : age <= GROWN ? LESS : LEAST;
    }
}
