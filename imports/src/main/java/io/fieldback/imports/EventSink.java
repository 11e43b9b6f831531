// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import java.io.IOException;

/** Takes what an import makes: events and rejected rows, one JSON object each. */
public interface EventSink {
    /** The type of a rejected row. */
    String REJECTED_ROW = "rejected-row";

    /**
     * Takes a line.
     *
     * @param type JSON name of the event type, or {@link #REJECTED_ROW}
     * @param id of the case or of the rejected row: the key of a Kafka record
     * @param json UTF-8, without a line end
     */
    void accept(String type, String id, byte[] json) throws IOException;
}
