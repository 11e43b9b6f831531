// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import org.jspecify.annotations.Nullable;

/** A part that a unit was built with. */
@Doc("A part that a unit was built with.")
public record BuiltInPart(
        @Doc("Component code.") @Nullable String component,
        @Doc("Part number.") @Nullable String partNo,
        @Doc("Supplier code.") @Nullable String supplier,
        @Doc("Supplier lot.") @Nullable String lot,

        @Doc("Serial number of the part.") @Identifier @Nullable
        String serialNo) {}
