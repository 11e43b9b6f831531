// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.pipelines.storing.Notice;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Records to arrivals. */
public final class IntakePipeline {
    private static final OutputTag<Notice> NOTICES =
            new OutputTag<>("intake-notices", TypeInformation.of(Notice.class));

    /**
     * What intake gives.
     *
     * @param arrivals events and rejects
     * @param notices accounts and positions, for the epoch committer
     */
    public record Intake(DataStream<Arrival> arrivals, DataStream<Notice> notices) {}

    private IntakePipeline() {}

    /** Decodes each record, at the place where it is read. */
    public static Intake decode(DataStream<RawRecord> records, IntakeSettings settings) {
        SingleOutputStreamOperator<Arrival> arrivals = records.transform(
                        "intake-decode", new ArrivalTypeInformation(), new DecodeOperator(settings, NOTICES))
                .uid("intake-decode");
        return new Intake(arrivals, arrivals.getSideOutput(NOTICES));
    }
}
