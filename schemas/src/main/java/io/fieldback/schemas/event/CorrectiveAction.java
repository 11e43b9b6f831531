// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.ActionKind;
import io.fieldback.schemas.shape.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A corrective action and its proof. */
@Doc("A corrective action and its proof.")
public record CorrectiveAction(
        Envelope envelope,
        @Doc("Which procedure.") @Nullable ActionKind kind,
        @Doc("Product model code.") @Nullable String productModel,
        @Doc("Component code.") @Nullable String component,
        @Doc("When it was opened.") @Nullable Instant openedAt,
        @Doc("When it was answered.") @Nullable Instant repliedAt,
        @Doc("When the problem was contained.") @Nullable Instant containedAt,
        @Doc("When it was corrected.") @Nullable Instant correctedAt,
        @Doc("When the correction was verified.") @Nullable Instant verifiedAt,
        @Doc("Result of the verification.") @Nullable String verdict,
        @Doc("Root cause.") @Nullable String rootCauseCode,
        @Doc("From which product on it holds.") @Nullable EffectiveFrom effectiveFrom)
        implements Event {}
