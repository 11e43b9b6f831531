// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/** F(z) = 1 - exp(-exp(z)): the log of a Weibull age. */
record SmallestExtremeValue() implements StandardLaw {
    @Override
    public Derivatives logDensity(double z) {
        double w = Math.exp(z);
        return new Derivatives(z - w, 1 - w, -w);
    }

    @Override
    public Derivatives logSurvival(double z) {
        double w = Math.exp(z);
        return new Derivatives(-w, -w, -w);
    }

    @Override
    public Derivatives logCumulative(double z) {
        double w = Math.exp(z);
        double ratio = w < Double.MIN_NORMAL ? 1 : w / Math.expm1(w);
        return new Derivatives(Math.log(-Math.expm1(-w)), ratio, ratio == 0 ? 0 : ratio * (1 - w - ratio));
    }

    @Override
    public double density(double z) {
        return Math.exp(z - Math.exp(z));
    }

    @Override
    public double densitySlope(double z) {
        double density = density(z);
        return density == 0 ? 0 : density * (1 - Math.exp(z));
    }

    @Override
    public double cumulative(double z) {
        return -Math.expm1(-Math.exp(z));
    }

    @Override
    public double survival(double z) {
        return Math.exp(-Math.exp(z));
    }

    @Override
    public double between(double a, double b) {
        double from = Math.exp(a);
        return Math.exp(-from) * -Math.expm1(from - Math.exp(b));
    }

    @Override
    public double quantile(double p) {
        return Math.log(-Math.log1p(-p));
    }
}
