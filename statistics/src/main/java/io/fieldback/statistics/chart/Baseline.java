// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.chart;

/** What a baseline phase tells: its level and how restless it is. */
final class Baseline {
    /** The mean range of two independent standard normal values, rounded as charts have it. */
    private static final double D2 = 1.128;

    private Baseline() {}

    static double level(String chart, long[] counts, double[] exposures) {
        if (counts.length != exposures.length || counts.length == 0) {
            throw new IllegalArgumentException("Cannot freeze " + chart + " chart: " + counts.length + " counts and "
                    + exposures.length + " exposures, at least 1 of each and as many are needed");
        }
        double events = 0;
        double exposure = 0;
        for (int i = 0; i < counts.length; i++) {
            checkExposure(chart, exposures[i]);
            events += counts[i];
            exposure += exposures[i];
        }
        if (events <= 0) {
            throw new IllegalArgumentException(
                    "Cannot freeze " + chart + " chart: the baseline has no events, so it has no spread");
        }
        return events / exposure;
    }

    static double sigmaZ(String chart, double[] standardised) {
        if (standardised.length < 2) {
            throw new IllegalArgumentException(
                    "Cannot freeze " + chart + " chart: 1 period, at least 2 are needed for a moving range");
        }
        double ranges = 0;
        for (int i = 1; i < standardised.length; i++) {
            ranges += Math.abs(standardised[i] - standardised[i - 1]);
        }
        return ranges / (standardised.length - 1) / D2;
    }

    static void checkExposure(String chart, double exposure) {
        if (!(exposure > 0)) {
            throw new IllegalArgumentException(
                    "Cannot put period with exposure " + exposure + " on " + chart + " chart: it must be positive");
        }
    }
}
