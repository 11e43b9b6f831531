// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;

/** What was refused before a job began, on record like all that is refused. */
public final class RejectedRecords {
    private RejectedRecords() {}

    /** Writes the row of a refusal. */
    public static void write(EpochFiles files, Arrival.Reject reject, String programVersion) throws IOException {
        files.write(Tables.REJECTED_RECORDS, JournalRows.reject(reject, programVersion));
    }
}
