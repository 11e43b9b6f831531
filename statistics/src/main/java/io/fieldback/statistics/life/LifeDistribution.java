// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/** Distributions of ages at failure whose log is mu + sigma z. */
public enum LifeDistribution {
    /** F(t) = 1 - exp(-(t / eta)^beta), mu = log eta, sigma = 1 / beta. */
    WEIBULL("Weibull", new SmallestExtremeValue()),
    /** log t is normal with mean mu and standard deviation sigma. */
    LOGNORMAL("lognormal", new StandardNormal()),
    /** F(t) = 1 - exp(-t / eta), mu = log eta, sigma = 1: failures come at one rate whatever the age. */
    EXPONENTIAL("exponential", new SmallestExtremeValue());

    private final String label;
    private final StandardLaw law;

    LifeDistribution(String label, StandardLaw law) {
        this.label = label;
        this.law = law;
    }

    /** As it is written in a sentence. */
    public String label() {
        return label;
    }

    StandardLaw law() {
        return law;
    }

    boolean hasScale() {
        return this != EXPONENTIAL;
    }
}
