// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit that put units into service. */
@Doc("A visit that put units into service.")
public record Installation(
        Envelope envelope,
        @Doc("The units installed.") List<InstalledUnit> serialNos,
        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Service site.") @Nullable String siteId,
        @Doc("Region code.") @Nullable String region,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("When the customer asked.") @Nullable Instant requestedAt,
        @Doc("Planned day.") @Planned @Nullable LocalDate plannedOn,
        @Doc("When the goods arrived.") @Nullable Instant deliveredAt,

        @Doc("When the installation was complete.") @Nullable
        Instant completedAt,

        @Doc("When the user was trained.") @Nullable Instant trainedAt,
        @Doc("When the customer accepted.") @Nullable Instant acceptedAt,
        @Doc("Invoice day.") @Nullable LocalDate invoicedOn,

        @Doc("Whether the unit failed while being installed.") @Nullable
        Boolean defectAtInstallation,

        @Doc("Fee, minor units.") @Nullable Long feeMinor)
        implements Event {
    /** Copies the lists, so that an event never changes. */
    public Installation {
        serialNos = List.copyOf(serialNos);
    }
}
