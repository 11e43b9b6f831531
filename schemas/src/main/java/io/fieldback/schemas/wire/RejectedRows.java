// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows that an import refused: they travel as records of their own, so that no reader of a file can lose them. */
final class RejectedRows {
    static final String TYPE = "rejected-row";

    private RejectedRows() {}

    static Reading.RejectedRow read(JsonNode row, Times times) {
        String received = text(row, "receivedAt");
        Instant receivedAt = received == null ? null : times.instant(received, "receivedAt", new Notes());
        String detail = text(row, "detail");
        String original = text(row, "original");
        return new Reading.RejectedRow(
                reason(text(row, "reason")),
                text(row, "field"),
                detail == null ? "" : detail,
                text(row, "source"),
                text(row, "position"),
                original == null ? "" : original,
                receivedAt);
    }

    private static RejectReason reason(@Nullable String name) {
        for (RejectReason reason : RejectReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return RejectReason.E_FORMAT;
    }

    private static @Nullable String text(JsonNode row, String field) {
        JsonNode value = row.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
