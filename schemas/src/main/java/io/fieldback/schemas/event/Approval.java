// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a department decided on a complaint. */
@Doc("What a department decided on a complaint.")
public record Approval(
        @Doc("Department.") @Nullable String department,
        @Doc("Its decision.") @Nullable String decision,
        @Doc("When it decided.") @Nullable Instant decidedAt) {}
