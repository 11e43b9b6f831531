// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import org.jspecify.annotations.Nullable;

/** One line of a supplier claim. */
@Doc("One line of a supplier claim.")
public record ClaimLine(
        @Doc("The repair or return claimed.") @Identifier @Nullable
        String caseId,

        @Doc("Component code.") @Nullable String component,
        @Doc("Part number.") @Nullable String partNo,
        @Doc("Pieces claimed.") @Nullable Long quantity,
        @Doc("Amount claimed, minor units.") @Nullable Long amountMinor) {}
