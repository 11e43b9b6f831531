// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import io.fieldback.statistics.glm.TrendByLevel;
import java.util.Arrays;
import java.util.Optional;

/**
 * The flexible detector of Farrington and others (1996) as extended by Noufaily and others (2013): a quasi-Poisson
 * regression of earlier periods with season levels and trend, past outbreaks weighted down, and an upper bound for the
 * present. Numbers are those of R's {@code surveillance::farringtonFlexible}.
 *
 * @param options what it is told
 */
public record FarringtonFlexible(FarringtonOptions options) {
    /**
     * Looks at one period.
     *
     * @param series of which at least {@code years} lie before the position
     * @param now position of the period, from 0
     * @return without numbers where the regression does not converge or leaves no degree of freedom
     */
    public FarringtonPoint at(CountSeries series, int now) {
        series.check(now);
        Baseline baseline = Baseline.of(
                series, now, options.years(), options.halfWindow(), options.seasonBlocks(), options.excluded());
        Optional<FarringtonFit> fit = fit(series, baseline, now);
        return fit.map(fitted -> judge(fitted, series, now))
                .orElseGet(() -> FarringtonPoint.unfitted(now, series.counts()[now]));
    }

    private Optional<FarringtonFit> fit(CountSeries series, Baseline baseline, int now) {
        double[] time = new double[baseline.rows()];
        double[] offset = new double[baseline.rows()];
        for (int i = 0; i < time.length; i++) {
            time[i] = baseline.position()[i];
            offset[i] = options.exposureOffset() ? Math.log(baseline.exposure()[i]) : 0;
        }
        double threshold = options.reweight() ? options.weightsThreshold() : Double.NaN;
        TrendByLevel design = TrendByLevel.sloped(baseline.block(), time);
        if (options.trend()) {
            Optional<FarringtonFit> sloped = FarringtonFit.of(design, baseline, offset, threshold);
            if (sloped.isPresent() && keepsTrend(sloped.get(), baseline, series, now)) {
                return sloped;
            }
        }
        return FarringtonFit.of(design.flat(), baseline, offset, threshold);
    }

    /** Three years of baseline, a small p value, and an expectation not above anything seen before. */
    private boolean keepsTrend(FarringtonFit fitted, Baseline baseline, CountSeries series, int now) {
        double greatest = Arrays.stream(baseline.counts()).max().orElse(0);
        return options.years() >= 3 && Math.exp(predictor(fitted, series, now)) <= greatest && isSignificant(fitted);
    }

    private boolean isSignificant(FarringtonFit fitted) {
        if (options.trendLevel() >= 1) {
            return fitted.fit().solution().slope() != 0;
        }
        return fitted.slopeChance(fitted.looseDispersion()) < options.trendLevel();
    }

    private double predictor(FarringtonFit fitted, CountSeries series, int now) {
        double offset = options.exposureOffset() ? Math.log(series.exposure()[now]) : 0;
        return fitted.fit().solution().at(options.seasonBlocks() - 1, now) + offset;
    }

    private FarringtonPoint judge(FarringtonFit fitted, CountSeries series, int now) {
        long observed = series.counts()[now];
        TrendByLevel.Line line = fitted.fit().solution();
        double eta = predictor(fitted, series, now);
        double etaError = Math.sqrt(fitted.looseDispersion() * line.varianceAt(options.seasonBlocks() - 1, now));
        double mean = Math.exp(eta);
        double z = Bound.normal(options.alpha());
        double mu0 = switch (options.method()) {
            case DELTA -> Math.exp(mean + z * etaError * mean);
            case NB_PLUGIN -> mean;
            case MUAN -> Math.exp(eta + z * etaError);
        };
        Bound bound = switch (options.method()) {
            case DELTA -> Bound.delta(options.transform(), mean, etaError * mean, fitted.phi(), z, observed);
            case NB_PLUGIN, MUAN -> Bound.quantile(mu0, fitted.phi(), options.alpha(), observed);
        };
        double fit = options.method() == ThresholdMethod.DELTA ? mean : eta;
        double score = (observed - fit) / (bound.upper() - fit);
        boolean enough = series.recent(now, options.leastWithin()) >= options.leastCases();
        boolean bounded = enough && !Double.isNaN(bound.upper());
        return new FarringtonPoint(
                now,
                observed,
                bounded ? mean : Double.NaN,
                bounded ? bound.upper() : Double.NaN,
                bounded && score > 1 && observed > 0,
                score,
                bound.chance(),
                fitted.phi(),
                mu0,
                fitted.fit().solution().slopeOrNone());
    }
}
