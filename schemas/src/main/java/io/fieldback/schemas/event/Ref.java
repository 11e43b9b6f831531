// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import org.jspecify.annotations.Nullable;

/** Another case that this one answers or follows. */
@Doc("Another case that this one answers or follows.")
public record Ref(
        @Doc("Event type of the other case.") @Nullable String type,
        @Doc("Its id.") @Identifier @Nullable String id) {}
