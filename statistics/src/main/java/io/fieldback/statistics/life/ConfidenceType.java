// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

import io.fieldback.statistics.Quantile;
import io.fieldback.statistics.interval.Interval;

/** On which scale an interval of a survival share is symmetric; as {@code conf.type} of R's {@code survfit}. */
public enum ConfidenceType {
    /** S ± z se(S). Ends are cut at 0 and 1; poor for few failures. */
    PLAIN {
        @Override
        Interval around(double survival, double step) {
            return new Interval(Math.max(0, survival - step * survival), Math.min(1, survival + step * survival));
        }
    },
    /** S exp(± z se(log S)). The upper end is cut at 1. */
    LOG {
        @Override
        Interval around(double survival, double step) {
            double log = Math.log(survival);
            return new Interval(Math.exp(log - step), Math.min(1, Math.exp(log + step)));
        }
    },
    /** exp(-exp(log(-log S) ± z se / log S)): stays within 0 and 1 by itself. None before the first failure. */
    LOG_LOG {
        @Override
        Interval around(double survival, double step) {
            if (survival == 1) {
                return NONE;
            }
            double log = Math.log(survival);
            double centre = Math.log(-log);
            return new Interval(Math.exp(-Math.exp(centre - step / log)), Math.exp(-Math.exp(centre + step / log)));
        }
    };

    private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** The interval of a survival share above 0, {@code step} being z se(log S). */
    abstract Interval around(double survival, double step);

    /**
     * The interval of a survival share.
     *
     * @param logStandardError of the log of the share
     * @return ends are NaN where the share is 0, or 1 for log-log: there is no interval then
     */
    public Interval interval(double survival, double logStandardError, double confidence) {
        double z = Quantile.normalOfConfidence(Interval.confidence(confidence));
        return survival == 0 ? NONE : around(survival, z * logStandardError);
    }
}
