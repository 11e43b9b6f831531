// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.code.AlertVerdict;
import io.fieldback.schemas.code.DecisionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a content says to the rules while it is the newest of its case. Days are since 1970, null if not said. */
public sealed interface RuleFact {
    /**
     * The case is one of safety, or a major incident.
     *
     * @param code the safety code; null for a major incident without one
     */
    record Incident(@Nullable String code, Subject about) implements RuleFact {}

    /**
     * A customer wants something put right: a complaint, or the request of a repair.
     *
     * @param identity whose it is; a customer, or {@link #UNIT} and a serial number where no customer is known
     * @param group what it is about, so that the same problem again has the same group
     * @param major whether it is a major incident
     */
    record Demand(String identity, String group, boolean major, Subject about) implements RuleFact {
        /** Begins the identity of a complaint without a customer. */
        static final String UNIT = "unit ";
    }

    /** Somebody decided about an alert. */
    record Decision(
            String alertId,
            DecisionKind kind,
            @Nullable AlertVerdict verdict,
            @Nullable String actionId,
            @Nullable String by,
            @Nullable Instant decidedAt,
            @Nullable String comment)
            implements RuleFact {}

    /** What a case is about. */
    record Subject(
            @Nullable Integer day,
            @Nullable String serialNo,
            @Nullable String productModel,
            @Nullable String component,
            @Nullable String symptomCode,
            @Nullable String causeCode,
            @Nullable String region,
            @Nullable String siteId) {}
}
