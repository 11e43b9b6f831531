// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.UsageUnit;
import io.fieldback.schemas.shape.Credit;
import io.fieldback.schemas.shape.Doc;
import org.jspecify.annotations.Nullable;

/** How much a unit had been used when the case arose. */
@Doc("How much a unit had been used when the case arose.")
public record Usage(
        @Doc("Reading in the unit beside it; a negative one is kept and warned of.") @Credit @Nullable
        Double value,

        @Doc("Unit of the reading.") @Nullable UsageUnit unit) {}
