// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the cohort ledger, but for the day it became known. Months are since 1970, null if not known.
 *
 * @param productModel product model code of the unit
 * @param component component code
 * @param productionMonth of the unit
 * @param inServiceMonth in which the unit went into service, where the day is known exactly
 * @param ageMonth 1 in the first month in service, 0 before use; null where no exact day is known
 * @param recorded whether the denominator has the unit
 */
public record CohortCell(
        @Nullable String productModel,
        @Nullable String component,
        @Nullable Integer productionMonth,
        @Nullable Integer inServiceMonth,
        @Nullable Integer ageMonth,
        boolean recorded) {}
