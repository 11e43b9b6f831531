// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An amount a customer owes. */
@Doc("An amount a customer owes.")
public record Charge(
        Envelope envelope,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("The job it is for.") @Identifier @Nullable String caseId,
        @Doc("Contract.") @Nullable String contract,
        @Doc("Day of the charge.") @Nullable LocalDate chargedOn,
        @Doc("Day it is due.") @Planned @Nullable LocalDate dueOn,
        @Doc("Amount due, minor units.") @Nullable Long dueMinor,
        @Doc("Amount paid, minor units.") @Nullable Long paidMinor)
        implements Event {}
