// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import org.jspecify.annotations.Nullable;

/**
 * A repair of a unit at a component, as one content of its case has it. Days are since 1970.
 *
 * @param serialNo unit
 * @param component what failed
 * @param eventOn when
 * @param completedOn since when it should have been well again
 * @param id of the case
 * @param fromOn first day on which this content was the newest known of its case
 * @param untilOn first day on which it was so no more; {@link Integer#MAX_VALUE} if it still is
 * @param productModel product model code
 * @param symptomCode symptom code
 * @param region region code
 * @param siteId service site
 */
public record RepairVisit(
        String serialNo,
        String component,
        int eventOn,
        int completedOn,
        String id,
        int fromOn,
        int untilOn,
        @Nullable String productModel,
        @Nullable String symptomCode,
        @Nullable String region,
        @Nullable String siteId) {
    /** Whether this content spoke for its case at the end of a day. */
    boolean isKnownOn(int day) {
        return fromOn <= day && day < untilOn;
    }

    /** The case, as {@code type/id}. */
    String caseName() {
        return "repair/" + id;
    }
}
