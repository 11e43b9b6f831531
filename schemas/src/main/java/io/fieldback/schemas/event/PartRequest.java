// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Planned;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A request of a site for parts. */
@Doc("A request of a site for parts.")
public record PartRequest(
        Envelope envelope,
        @Doc("Service site.") @Nullable String siteId,
        @Doc("Region code.") @Nullable String region,
        @Doc("Part number.") @Nullable String partNo,
        @Doc("Pieces asked for.") @Nullable Long quantity,
        @Doc("When it was asked for.") @Nullable Instant requestedAt,
        @Doc("When it was answered.") @Nullable Instant answeredAt,
        @Doc("Promised day.") @Planned @Nullable LocalDate promisedOn,
        @Doc("When it was fulfilled.") @Nullable Instant fulfilledAt,
        @Doc("Whether it is urgent.") @Nullable Boolean urgent)
        implements Event {}
