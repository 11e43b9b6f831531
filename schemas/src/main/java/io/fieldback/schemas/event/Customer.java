// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import org.jspecify.annotations.Nullable;

/** Personal data as it arrives. It never reaches a table: only a keyed hash of it does. */
@Doc("Personal data as it arrives. It never reaches a table: only a keyed hash of it does.")
public record Customer(
        @Doc("Name.") @Nullable String name,
        @Doc("Phone number.") @Nullable String phone,
        @Doc("Postal address.") @Nullable String address) {}
