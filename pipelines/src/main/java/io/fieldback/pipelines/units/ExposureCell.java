// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the exposure ledger, but for the day it became known. Months are since 1970, null if not known.
 *
 * @param productModel product model code of the unit
 * @param productionMonth of the unit
 * @param inServiceMonth in which the unit went into service, where the day is known exactly
 * @param shippedMonth of the unit
 * @param withdrawnMonth in which the unit left the field; null while it is there
 * @param region region code of the unit
 */
public record ExposureCell(
        @Nullable String productModel,
        @Nullable Integer productionMonth,
        @Nullable Integer inServiceMonth,
        @Nullable Integer shippedMonth,
        @Nullable Integer withdrawnMonth,
        @Nullable String region) {}
