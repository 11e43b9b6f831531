// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Arrivals to journal tables and ledgers. */
public final class JournalPipeline {
    private JournalPipeline() {}

    /** Records each distinct content once and enters it into the ledgers; gives the files written. */
    public static DataStream<Notice> recordByCase(DataStream<Arrival> arrivals, StoringSettings settings) {
        return arrivals.keyBy(Arrival::key)
                .transform("journal-record-by-case", TypeInformation.of(Notice.class), new JournalOperator(settings))
                .uid("journal-record-by-case");
    }
}
