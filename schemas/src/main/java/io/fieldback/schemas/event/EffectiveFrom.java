// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Doc;
import io.fieldback.schemas.shape.Identifier;
import io.fieldback.schemas.shape.Planned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which product on a corrective action holds. */
@Doc("From which product on a corrective action holds.")
public record EffectiveFrom(
        @Doc("Production day.") @Planned @Nullable LocalDate producedOn,
        @Doc("First serial number.") @Identifier @Nullable String serialFrom,
        @Doc("Supplier lot.") @Nullable String lot,
        @Doc("Shipping day.") @Planned @Nullable LocalDate shippedOn) {}
