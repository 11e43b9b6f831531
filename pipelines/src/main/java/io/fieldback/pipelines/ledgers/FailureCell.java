// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the failure ledger, but for the day it became known. Codes are as the event gave them.
 *
 * @param productModel product model code
 * @param component component code
 * @param symptomCode symptom code
 * @param causeCode cause code
 * @param causeClass wire form of the cause class
 * @param region region code
 * @param eventOn day it happened, days since 1970; null where no field says one
 */
public record FailureCell(
        @Nullable String productModel,
        @Nullable String component,
        @Nullable String symptomCode,
        @Nullable String causeCode,
        @Nullable String causeClass,
        @Nullable String region,
        @Nullable Integer eventOn) {}
