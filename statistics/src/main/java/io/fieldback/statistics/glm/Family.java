// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.glm;

/** How a count spreads around its mean; the link is the logarithm. */
public sealed interface Family {
    /** The variance at a mean. */
    double variance(double mean);

    /** The mean to start from at a count, as R's families have it, so that iterations are the same. */
    double start(double count);

    /** The unit deviance: twice what the log-likelihood lacks to the perfect fit. */
    double deviance(double count, double mean);

    /** Poisson and quasi-Poisson: the variance is the mean, or in proportion to it. */
    record Poisson() implements Family {
        @Override
        public double variance(double mean) {
            return mean;
        }

        @Override
        public double start(double count) {
            return count + 0.1;
        }

        @Override
        public double deviance(double count, double mean) {
            return count > 0 ? 2 * (count * Math.log(count / mean) - (count - mean)) : 2 * mean;
        }
    }

    /**
     * Negative binomial of a known size: variance mean + mean² / theta.
     *
     * @param theta size, above 0
     */
    record NegativeBinomial(double theta) implements Family {
        /** Checks the size. */
        public NegativeBinomial {
            if (!(theta > 0)) {
                throw new IllegalArgumentException(
                        "Cannot form negative binomial family of size " + theta + ": it must be positive");
            }
        }

        @Override
        public double variance(double mean) {
            return mean + mean * mean / theta;
        }

        @Override
        public double start(double count) {
            return count == 0 ? 1.0 / 6 : count;
        }

        @Override
        public double deviance(double count, double mean) {
            return 2
                    * (count * Math.log(Math.max(1, count) / mean)
                            - (count + theta) * Math.log((count + theta) / (mean + theta)));
        }
    }
}
