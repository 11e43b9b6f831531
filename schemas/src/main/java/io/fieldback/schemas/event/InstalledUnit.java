// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import org.jspecify.annotations.Nullable;

/** A unit of an installation. */
@Doc("A unit of an installation.")
public record InstalledUnit(
        @Doc("Serial number.") @Identifier @Nullable String serialNo,

        @Doc("Its role in the set, such as indoor or outdoor.") @Nullable
        String role) {}
