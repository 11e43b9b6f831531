// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Arrivals to journal tables and ledgers. */
public final class JournalPipeline {
    /** Accumulator: how many parallel parts know what they have to know, and read. */
    public static final String READY = "journal-ready";

    /** Accumulator: how long the rebuild from the tables took, milliseconds; not there if state was restored. */
    public static final String REBUILD_MILLIS = "journal-rebuild-millis";

    private JournalPipeline() {}

    /** Records each distinct content once and enters it into the ledgers; gives the files written. */
    public static DataStream<Notice> recordByCase(DataStream<Arrival> arrivals, StoringSettings settings) {
        return arrivals.keyBy(Arrival::key)
                .transform("journal-record-by-case", TypeInformation.of(Notice.class), new JournalOperator(settings))
                .uid("journal-record-by-case");
    }
}
