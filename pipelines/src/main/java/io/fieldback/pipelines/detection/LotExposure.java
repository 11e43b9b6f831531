// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

/**
 * A signed count of units that hold a part of a supplier's lot, alike and known on one day: what a lot's failures are
 * held against.
 *
 * @param knownOn days since 1970
 * @param units signed
 * @param productModel model code
 * @param component component code
 * @param supplier supplier of the part
 * @param lot of the part
 * @param productionMonth of the units, months since 1970; {@link Occurrence#UNKNOWN} if not known
 * @param inServiceMonth of the units, months since 1970; {@link Occurrence#UNKNOWN} if no exact day is known
 */
public record LotExposure(
        int knownOn,
        long units,
        String productModel,
        String component,
        String supplier,
        String lot,
        int productionMonth,
        int inServiceMonth) {}
