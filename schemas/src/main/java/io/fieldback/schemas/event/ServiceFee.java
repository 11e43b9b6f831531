// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fee owed to a service site. */
@Doc("A fee owed to a service site.")
public record ServiceFee(
        Envelope envelope,
        @Doc("Service site.") @Nullable String siteId,
        @Doc("The job it is for.") @Identifier @Nullable String caseId,
        @Doc("Kind of job.") @Nullable String job,
        @Doc("Day of the job.") @Nullable LocalDate workedOn,
        @Doc("Fee by tariff, minor units.") @Nullable Long tariffMinor,
        @Doc("Fee approved, minor units.") @Nullable Long approvedMinor,
        @Doc("Fee paid, minor units.") @Nullable Long paidMinor)
        implements Event {}
