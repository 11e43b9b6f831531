// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product registration: what is known of one serial number. */
@Doc("A product registration: what is known of one serial number.")
public record Unit(
        Envelope envelope,

        @Doc("Serial number of the unit.") @Identifier @Nullable
        String serialNo,

        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Production day.") @Nullable LocalDate producedOn,
        @Doc("Plant.") @Nullable String plant,
        @Doc("Production batch.") @Nullable String batch,
        @Doc("Day of sale to the user.") @Nullable LocalDate soldOn,
        @Doc("Invoice day.") @Nullable LocalDate invoicedOn,
        @Doc("Sales channel.") @Nullable String salesChannel,
        @Doc("Dealer.") @Nullable String dealer,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("Region code.") @Nullable String region,
        @Doc("Parts it was built with.") List<BuiltInPart> parts)
        implements Event {
    /** Copies the lists, so that an event never changes. */
    public Unit {
        parts = List.copyOf(parts);
    }
}
