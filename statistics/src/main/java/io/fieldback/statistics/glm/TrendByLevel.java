// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

/**
 * A level for each group and, if wanted, one slope over time shared by all groups. Weighted least squares then has a
 * closed form (centre within groups, regress on what is left), which needs one pass over the rows where a general
 * design needs one for each pair of columns.
 */
public final class TrendByLevel implements Design<TrendByLevel.Line> {
    private final int[] group;
    private final double[] time;
    private final boolean sloped;
    private final int groups;
    private final int rank;

    private TrendByLevel(int[] group, double[] time, boolean sloped) {
        if (group.length != time.length) {
            throw new IllegalArgumentException("Cannot form design of " + group.length + " groups and " + time.length
                    + " times: they must be as many");
        }
        this.group = group;
        this.time = time;
        this.sloped = sloped;
        int highest = -1;
        for (int g : group) {
            highest = Math.max(highest, g);
        }
        groups = highest + 1;
        boolean[] seen = new boolean[groups];
        int levels = 0;
        for (int g : group) {
            if (!seen[g]) {
                seen[g] = true;
                levels++;
            }
        }
        rank = levels + (sloped ? 1 : 0);
    }

    /**
     * Levels and a slope.
     *
     * @param group of each row, from 0
     * @param time of each row, in any unit
     */
    public static TrendByLevel sloped(int[] group, double[] time) {
        return new TrendByLevel(group.clone(), time.clone(), true);
    }

    /** The same rows with levels only. */
    public TrendByLevel flat() {
        return new TrendByLevel(group, time, false);
    }

    @Override
    public int rows() {
        return group.length;
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public Line solve(double[] weights, double[] response) {
        double[] weight = new double[groups];
        double[] level = new double[groups];
        double[] centre = new double[groups];
        for (int i = 0; i < group.length; i++) {
            int g = group[i];
            weight[g] += weights[i];
            level[g] += weights[i] * response[i];
            centre[g] += weights[i] * time[i];
        }
        for (int g = 0; g < groups; g++) {
            if (weight[g] > 0) {
                level[g] /= weight[g];
                centre[g] /= weight[g];
            }
        }
        if (!sloped) {
            return new Line(this, weights.clone(), weight, level, centre, 0, Double.POSITIVE_INFINITY);
        }
        double squares = 0;
        double products = 0;
        for (int i = 0; i < group.length; i++) {
            double distance = time[i] - centre[group[i]];
            squares += weights[i] * distance * distance;
            products += weights[i] * distance * (response[i] - level[group[i]]);
        }
        return new Line(this, weights.clone(), weight, level, centre, products / squares, squares);
    }

    /** Levels and slope that fit best. */
    public static final class Line implements Solution {
        private final TrendByLevel design;
        private final double[] weights;
        private final double[] weight;
        private final double[] level;
        private final double[] centre;
        private final double slope;
        private final double squares;

        Line(
                TrendByLevel design,
                double[] weights,
                double[] weight,
                double[] level,
                double[] centre,
                double slope,
                double squares) {
            this.design = design;
            this.weights = weights;
            this.weight = weight;
            this.level = level;
            this.centre = centre;
            this.slope = slope;
            this.squares = squares;
        }

        /** The slope, for each unit of time; 0 in a flat design. */
        public double slope() {
            return slope;
        }

        /** The slope; not a number in a flat design. */
        public double slopeOrNone() {
            return design.sloped ? slope : Double.NaN;
        }

        /** The variance of the slope where the dispersion is 1; 0 in a flat design. */
        public double slopeVariance() {
            return 1 / squares;
        }

        /** The value at a group and a time. */
        public double at(int group, double time) {
            return level[group] + slope * (time - centre[group]);
        }

        /** The variance of {@link #at} where the dispersion is 1. */
        public double varianceAt(int group, double time) {
            double distance = time - centre[group];
            return 1 / weight[group] + distance * distance / squares;
        }

        @Override
        public double[] fitted() {
            double[] fitted = new double[design.group.length];
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] = at(design.group[i], design.time[i]);
            }
            return fitted;
        }

        @Override
        public double[] leverages() {
            double[] leverages = new double[design.group.length];
            for (int i = 0; i < leverages.length; i++) {
                leverages[i] = weights[i] * varianceAt(design.group[i], design.time[i]);
            }
            return leverages;
        }
    }
}
