// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import org.jspecify.annotations.Nullable;

/** A part used in a repair. */
@Doc("A part used in a repair.")
public record FittedPart(
        @Doc("Part number.") @Nullable String partNo,
        @Doc("Supplier code.") @Nullable String supplier,
        @Doc("Supplier lot.") @Nullable String lot,
        @Doc("Pieces used.") @Nullable Long quantity,
        @Doc("Cost of all pieces, minor units.") @Nullable Long costMinor,

        @Doc("Serial number taken out.") @Identifier @Nullable
        String removedSerial,

        @Doc("Serial number put in.") @Identifier @Nullable String fittedSerial) {}
