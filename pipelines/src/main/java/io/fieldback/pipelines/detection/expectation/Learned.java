// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import org.jspecify.annotations.Nullable;

/**
 * What a series taught by some day.
 *
 * @param level exposure level of its product, 0 to 4
 * @param basis what its expectation is made of
 * @param from first day it was learned from
 * @param curve failures by age; null below level 2
 * @param like what the curve was drawn to
 * @param near fitted to all but the newest weeks
 * @param far fitted to all but the newest half year
 * @param isNew whether it was taken from others
 */
record Learned(
        int level,
        Basis basis,
        int from,
        @Nullable AgeCurve curve,
        @Nullable AgeCurve like,
        SeasonFit near,
        SeasonFit far,
        boolean isNew) {}
