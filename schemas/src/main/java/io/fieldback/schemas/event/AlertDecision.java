// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.AlertVerdict;
import io.fieldback.schemas.code.DecisionKind;
import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.FreeText;
import io.fieldback.schemas.shape.Identifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody decided about an alert. */
@Doc("What somebody decided about an alert.")
public record AlertDecision(
        Envelope envelope,
        @Doc("The alert.") @Identifier @Nullable String alertId,
        @Doc("What was decided.") @Nullable DecisionKind kind,
        @Doc("What the alert turned out to be.") @Nullable AlertVerdict verdict,

        @Doc("Corrective action that answers the alert.") @Identifier @Nullable
        String actionId,

        @Doc("Who decided: a name of the maker's own staff or a role.") @Identifier @Nullable
        String decidedBy,

        @Doc("When it was decided.") @Nullable Instant decidedAt,
        @Doc("Why.") @FreeText @Nullable String comment)
        implements Event {}
