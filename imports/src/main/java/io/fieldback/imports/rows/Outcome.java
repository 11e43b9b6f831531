// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.RejectReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a row, or of the rows of one case. */
public sealed interface Outcome {
    /**
     * An event.
     *
     * @param type of the event
     * @param id of the case
     * @param day of the case; null if nothing dates it
     * @param warnings what was noticed on reading it back
     * @param json the event, one line without its end
     */
    record Mapped(EventType type, String id, @Nullable LocalDate day, List<String> warnings, byte[] json)
            implements Outcome {}

    /**
     * A row that gives no event.
     *
     * @param reason the code
     * @param type of the event it would have been; null if that cannot be said
     * @param caseId of the case it belongs to, if that much could be read
     * @param id of the rejected row
     * @param place sheet!cell
     * @param json the rejected row, one line without its end
     */
    record Refused(
            RejectReason reason,
            @Nullable EventType type,
            @Nullable String caseId,
            String id,
            String place,
            byte[] json)
            implements Outcome {}

    /** A row that no event rule wanted. */
    record Unwanted() implements Outcome {}
}
