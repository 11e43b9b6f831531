// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a unit.
 *
 * @param day on which
 * @param model of the unit
 * @param part that failed
 * @param cell the units it is one of
 * @param lot of the part, as built
 * @param region index
 * @param symptom index
 */
record Failure(
        int day,
        Model model,
        Part part,
        Cell cell,
        @Nullable Lot lot,
        int region,
        int symptom) {}
