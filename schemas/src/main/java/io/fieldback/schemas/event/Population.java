// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.PopulationBasis;
import io.fieldback.schemas.shape.Doc;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Units of a model in the field in a month. */
@Doc("Units of a model in the field in a month.")
public record Population(
        Envelope envelope,
        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Region code.") @Nullable String region,
        @Doc("The month.") @Nullable YearMonth month,
        @Doc("Units in use.") @Nullable Long unitsInField,
        @Doc("Units under warranty.") @Nullable Long unitsInWarranty,
        @Doc("Where the count comes from.") @Nullable PopulationBasis basis)
        implements Event {}
