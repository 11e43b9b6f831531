// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.FreeText;
import io.fieldback.schemas.shape.Planned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which a promise did not run. */
@Doc("A time in which a promise did not run.")
public record Pause(
        @Doc("Why it did not run.") @FreeText @Nullable String reason,
        @Doc("Start of the pause.") @Nullable Instant from,

        @Doc("End of the pause; absent while it lasts.") @Planned @Nullable
        Instant to) {}
