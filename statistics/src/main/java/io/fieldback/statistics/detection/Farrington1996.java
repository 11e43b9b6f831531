// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.glm.TrendByLevel;
import java.util.Arrays;
import java.util.Optional;

/**
 * The detector of Farrington and others (1996), R's {@code surveillance::farrington}: windows around the same season of
 * earlier years, a trend if it is significant at 0.05, residuals above 1 weighted down, and a bound after a power
 * transformation. Three things differ from {@link FarringtonFlexible} with like options: alpha is two-sided (the bound
 * is the 1 - alpha / 2 quantile); standard errors use phi, never below 1; and too few recent cases give no bound.
 *
 * @param years of baseline [b]; below 3 no trend is fitted
 * @param halfWindow periods on either side of the same season [w]
 * @param alpha two-sided [alpha]
 * @param trend whether one may be fitted [trend]
 * @param leastCases an alarm needs as many in the last {@code leastWithin} periods [limit54]
 * @param leastWithin periods, the present one included
 * @param transform of counts [powertrans]
 */
public record Farrington1996(
        int years,
        int halfWindow,
        double alpha,
        boolean trend,
        int leastCases,
        int leastWithin,
        PowerTransform transform) {
    private static final double TREND_LEVEL = 0.05;
    private static final double WEIGHTS_THRESHOLD = 1;

    /** Checks what would make no sense. */
    public Farrington1996 {
        if (years < 1 || halfWindow < 0 || !(alpha > 0 && alpha < 1) || leastCases < 0 || leastWithin < 1) {
            throw new IllegalArgumentException("Cannot form detector of " + years + " years, half window " + halfWindow
                    + ", alpha " + alpha + " and " + leastCases + " cases in " + leastWithin
                    + " periods: years and periods must be at least 1, alpha between 0 and 1, the others not negative");
        }
    }

    /**
     * Looks at one period.
     *
     * @param series of which at least {@code years} lie before the position
     * @param now position of the period, from 0
     */
    public FarringtonPoint at(CountSeries series, int now) {
        series.check(now);
        Baseline baseline = Baseline.of(series, now, years, halfWindow, 1, halfWindow);
        double[] time = new double[baseline.rows()];
        Arrays.setAll(time, i -> baseline.position()[i]);
        TrendByLevel sloped = TrendByLevel.sloped(baseline.block(), time);
        double[] offset = new double[baseline.rows()];
        Optional<FarringtonFit> fit = Optional.empty();
        if (trend && years >= 3) {
            fit = FarringtonFit.of(sloped, baseline, offset, WEIGHTS_THRESHOLD)
                    .filter(fitted -> keepsTrend(fitted, baseline, now));
        }
        if (fit.isEmpty()) {
            fit = FarringtonFit.of(sloped.flat(), baseline, offset, WEIGHTS_THRESHOLD);
        }
        return fit.map(fitted -> judge(fitted, series, now))
                .orElseGet(() -> FarringtonPoint.unfitted(now, series.counts()[now]));
    }

    private static boolean keepsTrend(FarringtonFit fitted, Baseline baseline, int now) {
        double expected = Math.exp(fitted.fit().solution().at(0, now));
        return expected <= Arrays.stream(baseline.counts()).max().orElse(0)
                && fitted.slopeChance(fitted.fit().dispersion()) < TREND_LEVEL;
    }

    private FarringtonPoint judge(FarringtonFit fitted, CountSeries series, int now) {
        long observed = series.counts()[now];
        TrendByLevel.Line line = fitted.fit().solution();
        double mean = Math.exp(line.at(0, now));
        double error = mean * Math.sqrt(fitted.phi() * line.varianceAt(0, now));
        double z = Bound.normal(alpha / 2);
        Bound bound = Bound.delta(transform, mean, error, fitted.phi(), z, observed);
        boolean enough = series.recent(now, leastWithin) >= leastCases;
        double score = (observed - mean) / (bound.upper() - mean);
        return new FarringtonPoint(
                now,
                observed,
                enough ? mean : Double.NaN,
                enough ? bound.upper() : Double.NaN,
                enough && score > 1,
                score,
                bound.chance(),
                fitted.phi(),
                mean,
                line.slopeOrNone());
    }
}
