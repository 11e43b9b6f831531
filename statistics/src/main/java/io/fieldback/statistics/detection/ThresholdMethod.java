// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

/** How {@link FarringtonFlexible} computes its upper bound. */
public enum ThresholdMethod {
    /** A normal quantile after a power transformation, with the uncertainty of the mean. */
    DELTA,
    /** A quantile of the negative binomial (Poisson where phi is 1) at the fitted mean; Noufaily and others (2013). */
    NB_PLUGIN,
    /** The same quantile at the upper 1 - alpha bound of the mean: alpha is then used twice. */
    MUAN
}
