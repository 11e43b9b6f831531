// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.Aspect;
import io.fieldback.schemas.code.CauseClass;
import io.fieldback.schemas.code.Severity;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.FreeText;
import io.fieldback.schemas.shape.Identifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint of a customer. */
@Doc("A complaint of a customer.")
public record Complaint(
        Envelope envelope,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("Serial number of the unit.") @Identifier @Nullable
        String serialNo,

        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Sales order.") @Identifier @Nullable String orderNo,
        @Doc("Material number.") @Nullable String materialNo,
        @Doc("Shipping day.") @Nullable LocalDate shippedOn,
        @Doc("Pieces delivered.") @Nullable Long quantity,
        @Doc("Pieces found defective.") @Nullable Long quantityDefective,
        @Doc("Region code.") @Nullable String region,
        @Doc("Service site.") @Nullable String siteId,
        @Doc("How the complaint came in.") @Nullable String channel,
        @Doc("What it is about.") @Nullable Aspect aspect,
        @Doc("What was seen.") @Nullable String symptomCode,
        @Doc("Component code.") @Nullable String component,

        @Doc("What the customer described.") @FreeText @Nullable
        String phenomenon,

        @Doc("What the customer demands.") @FreeText @Nullable
        String demand,

        @Doc("Whether the product is to blame.") @Nullable CauseClass causeClass,
        @Doc("How serious it is.") @Nullable Severity severity,
        @Doc("Department in charge.") @Nullable String responsibleDepartment,
        @Doc("When the customer complained.") @Nullable Instant complainedAt,

        @Doc("When the customer was first answered.") @Nullable
        Instant respondedAt,

        @Doc("When the finding was fed back.") @Nullable Instant fedBackAt,
        @Doc("When a solution was proposed.") @Nullable Instant proposedAt,
        @Doc("Decisions of departments.") List<Approval> approvals,
        @Doc("When it was resolved.") @Nullable Instant resolvedAt,
        @Doc("When the customer confirmed.") @Nullable Instant confirmedAt,

        @Doc("Whether the customer accepts the solution.") @Nullable
        Boolean customerAccepts)
        implements Event {
    /** Copies the lists, so that an event never changes. */
    public Complaint {
        approvals = List.copyOf(approvals);
    }
}
