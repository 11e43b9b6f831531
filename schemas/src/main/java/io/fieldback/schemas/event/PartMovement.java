// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.code.MovementKind;
import io.fieldback.schemas.shape.Credit;
import io.fieldback.schemas.shape.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A movement of parts in a store. */
@Doc("A movement of parts in a store.")
public record PartMovement(
        Envelope envelope,
        @Doc("Service site.") @Nullable String siteId,
        @Doc("Part number.") @Nullable String partNo,
        @Doc("Which way.") @Nullable MovementKind kind,

        @Doc("Pieces; negative for a correction.") @Credit @Nullable
        Long quantity,

        @Doc("When it moved.") @Nullable Instant movedAt)
        implements Event {}
