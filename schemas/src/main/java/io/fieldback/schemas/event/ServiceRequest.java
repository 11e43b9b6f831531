// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.RequestKind;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request of a customer, before it becomes a case. */
@Doc("A request of a customer, before it becomes a case.")
public record ServiceRequest(
        Envelope envelope,
        @Doc("What is asked for.") @Nullable RequestKind kind,

        @Doc("Serial number of the unit.") @Identifier @Nullable
        String serialNo,

        @Doc("Product model code.") @Nullable String productModel,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("Service site.") @Nullable String siteId,
        @Doc("Region code.") @Nullable String region,
        @Doc("When it came in.") @Nullable Instant requestedAt,
        @Doc("When it was answered.") @Nullable Instant answeredAt,
        @Doc("When the visit was to be.") @Planned @Nullable Instant appointedFor,
        @Doc("When it was verified.") @Nullable Instant verifiedAt,
        @Doc("Whether it is urgent.") @Nullable Boolean urgent)
        implements Event {}
