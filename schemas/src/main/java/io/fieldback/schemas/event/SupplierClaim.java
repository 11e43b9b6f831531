// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.ClaimStage;
import io.fieldback.schemas.shape.Doc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim against a supplier. */
@Doc("A claim against a supplier.")
public record SupplierClaim(
        Envelope envelope,
        @Doc("Supplier code.") @Nullable String supplier,
        @Doc("How far it has come.") @Nullable ClaimStage stage,
        @Doc("When it came that far.") @Nullable Instant stagedAt,
        @Doc("What is claimed.") List<ClaimLine> lines)
        implements Event {
    /** Copies the lists, so that an event never changes. */
    public SupplierClaim {
        lines = List.copyOf(lines);
    }
}
