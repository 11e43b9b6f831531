// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WorkDays;
import io.fieldback.pipelines.detection.WorkDays.Kind;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.Known;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar lets expect of days, as a share of usual ones: a day off has its factor f, a make-up day 1 + m − w,
 * where m is what make-up days have and w what that day of the week usually has. Both factors are learned, as of a
 * day, from all incidents of days of their kind in the three years before: (20 p + seen) / (20 + usual), where p is a half
 * of a day off, and of a make-up day what Monday to Friday have.
 */
final class CalendarWork {
    private static final int SHORT = 28;
    private static final int LEARNED_DAYS = 1000;
    private static final double FIRM = 20;
    private static final double OFF = 0.5;
    private static final int WEEK = 7;
    private static final int WORKED = 5;

    private final WorkDays days;
    private final DayCounts all;
    private final int day;
    private double off = -1;
    private double madeUp = -1;
    private double @Nullable [] week;

    CalendarWork(Known known, int day) {
        this.days = known.reference().calendar();
        this.all = known.total(Measure.INCIDENT, "", "");
        this.day = day;
    }

    /** The mean of some days, both ends included. */
    double of(int from, int to) {
        double sum = 0;
        for (int at = from; at <= to; at++) {
            sum += switch (days.kind(at)) {
                case USUAL -> 1;
                case OFF -> off();
                case MAKE_UP -> Math.max(0, 1 + madeUp() - week()[weekday(at)]);
            };
        }
        return sum / (to - from + 1);
    }

    /** What a day off has of a usual day's failures, drawn to a half where few were seen. */
    private double off() {
        if (off < 0) {
            double seen = FIRM * OFF;
            double usual = FIRM;
            for (int at = day - LEARNED_DAYS; at < day - SHORT; at++) {
                if (days.kind(at) == Kind.OFF) {
                    seen += all.on(at);
                    usual += all.sum(at - SHORT, at + SHORT) / (2.0 * SHORT + 1);
                }
            }
            off = Math.min(1, seen / usual);
        }
        return off;
    }

    /** What a make-up day has of an average day's failures, drawn to what a working day has where few were seen. */
    private double madeUp() {
        if (madeUp < 0) {
            double worked = 0;
            for (int weekday = 0; weekday < WORKED; weekday++) {
                worked += week()[weekday] / WORKED;
            }
            double seen = FIRM * worked;
            double usual = FIRM;
            for (int at = day - LEARNED_DAYS; at < day - SHORT; at++) {
                if (days.kind(at) == Kind.MAKE_UP) {
                    seen += all.on(at);
                    usual += average(at);
                }
            }
            madeUp = Math.max(0, seen) / usual;
        }
        return madeUp;
    }

    /** An average day about one: make-up days lie beside days off, which say nothing of a usual day. */
    private double average(int about) {
        double sum = 0;
        double weights = 0;
        for (int at = about - SHORT; at <= about + SHORT; at++) {
            if (days.kind(at) == Kind.USUAL) {
                sum += all.on(at);
                weights += week()[weekday(at)];
            }
        }
        return weights > 0 ? Math.max(0, sum) / weights : 0;
    }

    /** What days of the week have of an average day's failures, Monday first, drawn to one where few were seen. */
    private double[] week() {
        double[] before = week;
        if (before != null) {
            return before;
        }
        double[] counts = new double[WEEK];
        int[] seen = new int[WEEK];
        for (int at = day - LEARNED_DAYS; at < day - SHORT; at++) {
            if (days.kind(at) == Kind.USUAL) {
                counts[weekday(at)] += all.on(at);
                seen[weekday(at)]++;
            }
        }
        double average = 0;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            average += Math.max(0, counts[weekday]) / Math.max(1, seen[weekday]) / WEEK;
        }
        double[] shares = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            shares[weekday] = (Math.max(0, counts[weekday]) + FIRM) / (seen[weekday] * average + FIRM);
        }
        week = shares;
        return shares;
    }

    /** 0 for Monday to 6 for Sunday. */
    private static int weekday(int day) {
        return Math.floorMod(day + 3, WEEK);
    }
}
