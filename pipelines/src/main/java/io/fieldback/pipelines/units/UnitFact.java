// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a content says of one unit while it is the newest of its case. Days are since 1970, null if not said. */
public sealed interface UnitFact {
    /** The unit was registered. */
    record Registered(
            @Nullable String productModel,
            @Nullable String region,
            @Nullable Integer producedOn,
            @Nullable Integer soldOn,
            @Nullable Integer invoicedOn)
            implements UnitFact {}

    /** The unit was shipped; a month of shipping stands for its first day. */
    record Shipped(
            @Nullable String productModel,
            @Nullable String region,
            @Nullable Integer producedOn,
            @Nullable Integer shippedOn)
            implements UnitFact {}

    /** The unit was put into service; the day is that of completion or acceptance, and no other. */
    record Installed(
            @Nullable String productModel,
            @Nullable String region,
            @Nullable Integer invoicedOn,
            @Nullable Integer installedOn)
            implements UnitFact {}

    /** The unit was given in exchange for another. */
    record Exchanged(
            @Nullable String productModel,
            @Nullable String region,
            @Nullable Integer exchangedOn) implements UnitFact {}

    /** What a repair says of the unit it was done on. */
    record Reported(
            @Nullable String productModel,
            @Nullable String region,
            @Nullable Integer producedOn) implements UnitFact {}

    /** The unit came back; it has left the field if there is a day. */
    record Returned(@Nullable Integer withdrawnOn) implements UnitFact {}

    /**
     * The unit failed: a repair of kind failure, or a return for quality.
     *
     * @param byReturn whether it is a return, which counts unless a repair is near
     * @param eventOn day of the failure
     * @param productModel as the case gave it
     * @param lines the main one first; never empty
     */
    record Failed(
            boolean byReturn,
            @Nullable Integer eventOn,
            @Nullable String productModel,
            List<Line> lines) implements UnitFact {
        /** Copies the lines. */
        public Failed {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A fault line of a failure.
     *
     * @param component component code
     * @param symptomCode symptom code
     * @param costMinor minor units
     */
    record Line(@Nullable String component, @Nullable String symptomCode, long costMinor) {}
}
