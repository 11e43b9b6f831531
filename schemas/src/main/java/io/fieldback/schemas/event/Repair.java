// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.CauseClass;
import io.fieldback.schemas.code.Coverage;
import io.fieldback.schemas.code.Performer;
import io.fieldback.schemas.code.Review;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.code.Severity;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.FreeText;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repair order or service visit. */
@Doc("A repair order or service visit.")
public record Repair(
        Envelope envelope,

        @Doc("Serial number of the unit.") @Identifier @Nullable
        String serialNo,

        @Doc("Product model code.") @Nullable String productModel,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("Service site.") @Nullable String siteId,
        @Doc("Region code.") @Nullable String region,

        @Doc("How the customer reached the service.") @Nullable
        String channel,

        @Doc("What the visit was for; only failure counts as a failure.") @Nullable
        ServiceKind serviceKind,

        @Doc("Who bears the cost, as claimed.") @Nullable Coverage coverage,
        @Doc("Whether the product is to blame.") @Nullable CauseClass causeClass,
        @Doc("How serious it is.") @Nullable Severity severity,
        @Doc("Day of the failure.") @Nullable LocalDate failedOn,
        @Doc("When the customer reported it.") @Nullable Instant reportedAt,
        @Doc("When the call was answered.") @Nullable Instant answeredAt,
        @Doc("When the visit was to be.") @Planned @Nullable Instant appointedFor,
        @Doc("When the technician first arrived.") @Nullable Instant arrivedAt,
        @Doc("When the repair was complete.") @Nullable Instant completedAt,
        @Doc("When the order was closed.") @Nullable Instant closedAt,
        @Doc("When the service record was filed.") @Nullable Instant recordFiledAt,
        @Doc("Number of visits.") @Nullable Long visits,
        @Doc("Whether the problem was solved.") @Nullable Boolean resolved,

        @Doc("Where the review of the record stands.") @Nullable
        Review review,

        @Doc("Who did the work.") @Nullable Performer performer,
        @Doc("Production batch as reported.") @Nullable String batch,
        @Doc("Production day as reported.") @Nullable LocalDate producedOn,
        @Doc("Downtime, minutes.") @Nullable Long downtimeMinutes,

        @Doc("What the customer or technician wrote.") @FreeText @Nullable
        String faultText,

        @Doc("Labour cost of the order, minor units.") @Nullable
        Long labourMinor,

        @Doc("Travel cost, minor units.") @Nullable Long travelMinor,

        @Doc("Charged to the customer, minor units.") @Nullable
        Long chargedMinor,

        @Doc("Fault lines; the first is the main fault.") List<Fault> faults)
        implements Event {
    /** Copies the lists, so that an event never changes. */
    public Repair {
        faults = List.copyOf(faults);
    }
}
