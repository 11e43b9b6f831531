// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Units that left the maker: one serial number, or a quantity of a model. */
@Doc("Units that left the maker: one serial number, or a quantity of a model.")
public record Shipment(
        Envelope envelope,

        @Doc("Serial number of the unit.") @Identifier @Nullable
        String serialNo,

        @Doc("Units, where no serial number is given.") @Nullable
        Long quantity,

        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Production batch.") @Nullable String batch,
        @Doc("Production day.") @Nullable LocalDate producedOn,
        @Doc("Shipping day.") @Nullable LocalDate shippedOn,

        @Doc("Month of shipping, where no day is given.") @Nullable
        YearMonth period,

        @Doc("Sales order.") @Identifier @Nullable String orderNo,
        @Doc("Material number.") @Nullable String materialNo,
        @Doc("Region code.") @Nullable String region,
        @Doc("Dealer.") @Nullable String dealer,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId)
        implements Event {}
