// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import org.jspecify.annotations.Nullable;

/**
 * A signed count of units that are alike and became known on one day.
 *
 * @param knownOn days since 1970
 * @param units signed
 * @param basis how the units are known
 * @param productModel model code
 * @param productionMonth months since 1970; {@link Occurrence#UNKNOWN} if not known
 * @param inServiceMonth months since 1970; of bulk the month of shipping; {@link Occurrence#UNKNOWN} if no exact day is
 *     known
 * @param withdrawnMonth months since 1970; {@link Occurrence#UNKNOWN} while in the field
 * @param region region code
 */
public record Exposure(
        int knownOn,
        long units,
        Basis basis,
        @Nullable String productModel,
        int productionMonth,
        int inServiceMonth,
        int withdrawnMonth,
        @Nullable String region) {
    /** How units are known, and so which exposure level they give. */
    public enum Basis {
        /** By serial number: E3, and E4 where the in-service day is known. */
        SERIAL,
        /** Shipped or sold by quantity and month: E2. */
        BULK,
        /** Units in the field of one month: E1; {@code inServiceMonth} is that month. */
        POPULATION
    }
}
