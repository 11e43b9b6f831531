// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;

/**
 * The newest days of an alert, as many as say whether its excess goes on: of what fails seldom four weeks say nothing.
 *
 * @param from first of them, days since 1970
 * @param stretch what happened in them
 * @param tells whether they could say that it is over
 */
record Recent(int from, Stretch stretch, boolean tells) {
    private static final int MONTH = 28;
    private static final int LONGEST = 4 * MONTH;
    private static final double TO_TELL = 3;
    private static final double LEAST_TIMES = 1.5;
    private static final double HARDLY = 1.25;
    private static final double LIKELY = 0.2;

    /** Odds at which it is over rather than going on as told. */
    private static final double ODDS = Math.log(10);

    /** The newest days by the end of one. */
    static Recent of(OpenAlert alert, Course course, int day) {
        double times = Math.max(LEAST_TIMES, alert.followed().toldRatio());
        for (int length = MONTH; ; length *= 2) {
            int from = Math.max(alert.from(), day - length + 1);
            Stretch stretch = course.between(alert, from, day);
            // As many expected as would on average be told from so many times as many.
            boolean tells = stretch.expected().mean() * (times - 1 - Math.log(times)) >= TO_TELL;
            if (tells || length >= LONGEST || from == alert.from()) {
                return new Recent(from, stretch, tells);
            }
        }
    }

    /** Whether there is no excess, by likelihood ten times as well said as that it goes on as told if that could be said. */
    boolean isQuiet(double toldRatio) {
        boolean usual = stretch.excess() < 1
                || stretch.ratio() < HARDLY
                || stretch.expected().chance(stretch.observed()) > LIKELY;
        double times = Math.max(LEAST_TIMES, toldRatio);
        double over = stretch.expected().mean() * (times - 1) - stretch.observed() * Math.log(times);
        return usual && (!tells || over >= ODDS);
    }
}
