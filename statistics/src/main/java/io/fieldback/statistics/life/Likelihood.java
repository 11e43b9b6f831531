// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import java.util.List;

/** The log-likelihood of observations under a distribution, as a function of mu and log sigma. */
final class Likelihood {
    private final StandardLaw law;
    private final List<Observation> observations;

    private double value;
    private double byMu;
    private double byLogSigma;
    private double byMuMu;
    private double byMuLogSigma;
    private double byLogSigmaSquared;

    Likelihood(LifeDistribution distribution, List<Observation> observations) {
        this.law = distribution.law();
        this.observations = observations;
    }

    Surface at(double mu, double logSigma) {
        value = 0;
        byMu = 0;
        byLogSigma = 0;
        byMuMu = 0;
        byMuLogSigma = 0;
        byLogSigmaSquared = 0;
        double sigma = Math.exp(logSigma);
        for (Observation observation : observations) {
            add(observation, mu, sigma, logSigma);
        }
        return new Surface(value, byMu, byLogSigma, byMuMu, byMuLogSigma, byLogSigmaSquared);
    }

    private void add(Observation observation, double mu, double sigma, double logSigma) {
        double lower = (Math.log(observation.lower()) - mu) / sigma;
        double upper = (Math.log(observation.upper()) - mu) / sigma;
        double weight = observation.weight();
        switch (observation.kind()) {
            case EXACT -> {
                add(law.logDensity(lower), lower, sigma, weight);
                value -= weight * (logSigma + Math.log(observation.lower()));
                byLogSigma -= weight;
            }
            case RIGHT_CENSORED -> {
                if (observation.lower() > 0) {
                    add(law.logSurvival(lower), lower, sigma, weight);
                }
            }
            case LEFT_CENSORED -> add(law.logCumulative(upper), upper, sigma, weight);
            case INTERVAL_CENSORED -> addBetween(lower, upper, sigma, weight);
        }
    }

    /** A term g(z), by the chain rule: dz/dmu = -1 / sigma, dz/dlog sigma = -z. */
    private void add(Derivatives term, double z, double sigma, double weight) {
        value += weight * term.value();
        byMu -= weight * term.first() / sigma;
        byLogSigma -= weight * z * term.first();
        byMuMu += weight * term.second() / (sigma * sigma);
        byMuLogSigma += weight * (z * term.second() + term.first()) / sigma;
        byLogSigmaSquared += weight * (z * z * term.second() + z * term.first());
    }

    /** The term log P, P = F(b) - F(a). */
    private void addBetween(double a, double b, double sigma, double weight) {
        double p = law.between(a, b);
        double fa = law.density(a);
        double fb = law.density(b);
        double slopeA = law.densitySlope(a);
        double slopeB = law.densitySlope(b);
        double mu = -(fb - fa) / (sigma * p);
        double logSigma = -(b * fb - a * fa) / p;
        value += weight * Math.log(p);
        byMu += weight * mu;
        byLogSigma += weight * logSigma;
        byMuMu += weight * ((slopeB - slopeA) / (sigma * sigma * p) - mu * mu);
        byMuLogSigma += weight * ((b * slopeB + fb - a * slopeA - fa) / (sigma * p) - mu * logSigma);
        byLogSigmaSquared += weight * ((b * b * slopeB + b * fb - a * a * slopeA - a * fa) / p - logSigma * logSigma);
    }
}
