// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.intake.IntakePipeline;
import io.fieldback.pipelines.intake.IntakePipeline.Intake;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.journal.JournalPipeline;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringPipeline;
import io.fieldback.pipelines.storing.StoringSettings;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Jobs with a bug: what the parts of the right job tell each other is changed on its way. */
enum PlantedBug {
    /** The epoch says one record more than was read. */
    POSITIONS_ONE_AHEAD,
    /** The epoch says one record less than was read. */
    POSITIONS_ONE_BEHIND,
    /** A file of one epoch is in the next one again. */
    FILE_COMMITTED_TWICE,
    /** The files of one subtask are not in the epoch. */
    SUBTASK_LEFT_OUT,
    /** What is taken back is not what was entered. */
    REVERSAL_BY_ANOTHER_RULE;

    void define(DataStream<RawRecord> records, IntakeSettings intake, StoringSettings storing) {
        Intake decoded = IntakePipeline.decode(records, intake);
        DataStream<Notice> recorded = JournalPipeline.recordByCase(decoded.arrivals(), storing);
        switch (this) {
            case POSITIONS_ONE_AHEAD ->
                StoringPipeline.publish(storing, with(decoded.notices(), new ShiftedPositionsFunction(1)), recorded);
            case POSITIONS_ONE_BEHIND ->
                StoringPipeline.publish(storing, with(decoded.notices(), new ShiftedPositionsFunction(-1)), recorded);
            case FILE_COMMITTED_TWICE ->
                StoringPipeline.publish(storing, decoded.notices(), with(recorded, new RepeatedFileFunction()));
            case SUBTASK_LEFT_OUT ->
                StoringPipeline.publish(storing, decoded.notices(), with(recorded, new LeftOutFunction()));
            case REVERSAL_BY_ANOTHER_RULE ->
                StoringPipeline.publish(
                        storing, decoded.notices(), with(recorded, new OtherReversalFunction(storing.warehouse())));
        }
    }

    private static DataStream<Notice> with(DataStream<Notice> notices, MapFunction<Notice, Notice> bug) {
        return notices.map(bug).returns(TypeInformation.of(Notice.class)).uid("planted-bug");
    }
}
