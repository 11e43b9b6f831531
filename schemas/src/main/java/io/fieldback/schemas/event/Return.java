// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.code.ReturnOrigin;
import io.fieldback.schemas.code.TestOutcome;
import io.fieldback.schemas.code.Verdict;
import io.fieldback.schemas.shape.Credit;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A returned or exchanged unit or part. */
@Doc("A returned or exchanged unit or part.")
public record Return(
        Envelope envelope,

        @Doc("Serial number of the unit.") @Identifier @Nullable
        String serialNo,

        @Doc("Serial number given in exchange.") @Identifier @Nullable
        String replacementSerialNo,

        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Production batch.") @Nullable String batch,
        @Doc("Pieces announced.") @Nullable Long quantity,
        @Doc("Pieces counted.") @Nullable Long countedQuantity,
        @Doc("Where it comes from.") @Nullable ReturnOrigin origin,

        @Doc("Why it comes back; only quality is a failure.") @Nullable
        ReasonClass reasonClass,

        @Doc("What the customer gets.") @Nullable ReturnKind kind,
        @Doc("Component code.") @Nullable String component,
        @Doc("What was seen.") @Nullable String symptomCode,
        @Doc("What caused it.") @Nullable String causeCode,
        @Doc("Region code.") @Nullable String region,
        @Doc("Service site.") @Nullable String siteId,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("When it was asked for.") @Nullable Instant requestedAt,
        @Doc("When it arrived at the maker.") @Nullable Instant arrivedAt,
        @Doc("When it was appraised.") @Nullable Instant appraisedAt,
        @Doc("Outcome of the standard test.") @Nullable TestOutcome standardTest,
        @Doc("Outcome of the test under load.") @Nullable TestOutcome loadTest,
        @Doc("What the analysis found.") @Nullable Verdict verdict,
        @Doc("What becomes of it.") @Nullable String disposition,
        @Doc("Supplier code.") @Nullable String supplier,
        @Doc("Supplier lot.") @Nullable String lot,

        @Doc("Day by which rework is due.") @Planned @Nullable
        LocalDate reworkDueOn,

        @Doc("When it went back to its owner.") @Nullable Instant returnedToOwnerAt,
        @Doc("Credit given, minor units.") @Credit @Nullable Long creditMinor)
        implements Event {}
