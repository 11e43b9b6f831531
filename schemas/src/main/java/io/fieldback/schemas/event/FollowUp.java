// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.FreeText;
import io.fieldback.schemas.shape.Identifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call to a customer after a case. */
@Doc("A call to a customer after a case.")
public record FollowUp(
        Envelope envelope,
        @Doc("The case asked about.") @Identifier @Nullable String caseId,
        @Doc("Level of the follow-up.") @Nullable String tier,
        @Doc("Why the customer was called.") @Nullable String purpose,

        @Doc("Customer id of the source system.") @Identifier @Nullable
        String customerId,

        @Doc("Service site.") @Nullable String siteId,
        @Doc("When the call was made.") @Nullable Instant calledAt,
        @Doc("Whether the customer was reached.") @Nullable Boolean reached,
        @Doc("Points given.") @Nullable Long score,
        @Doc("Points possible.") @Nullable Long maxScore,
        @Doc("Likelihood to recommend, 0 to 10.") @Nullable Long recommend,

        @Doc("Whether the customer confirms the solution.") @Nullable
        Boolean confirmsResolved,

        @Doc("What the customer suggests.") @FreeText @Nullable
        String suggestion)
        implements Event {}
