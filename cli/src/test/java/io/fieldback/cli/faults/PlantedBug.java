// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.intake.IntakePipeline;
import io.fieldback.pipelines.intake.IntakePipeline.Intake;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.journal.JournalPipeline;
import io.fieldback.pipelines.journal.JournalPipeline.Recorded;
import io.fieldback.pipelines.rules.RulePipeline;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringPipeline;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.pipelines.units.UnitPipeline;
import io.fieldback.pipelines.units.UnitSighting;
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
    REVERSAL_BY_ANOTHER_RULE,
    /** Units never learn that a content no longer names them. */
    UNITS_TOLD_HALF,
    /** A file of the ledgers of units is in the next epoch again. */
    UNITS_ENTERED_TWICE;

    void define(DataStream<RawRecord> records, IntakeSettings intake, StoringSettings storing) {
        Intake decoded = IntakePipeline.decode(records, intake);
        Recorded recorded = JournalPipeline.recordByCase(decoded.arrivals(), storing, RuleSettings.STANDARD);
        DataStream<Notice> read = decoded.notices();
        DataStream<Notice> cases = recorded.notices();
        DataStream<UnitSighting> told = recorded.units();
        if (this == UNITS_TOLD_HALF) {
            told = told.filter(new ForgottenUnitsFunction()).uid("planted-bug");
        }
        DataStream<Notice> units = UnitPipeline.enterByUnit(told, storing);
        switch (this) {
            case POSITIONS_ONE_AHEAD -> read = with(read, new ShiftedPositionsFunction(1));
            case POSITIONS_ONE_BEHIND -> read = with(read, new ShiftedPositionsFunction(-1));
            case FILE_COMMITTED_TWICE -> cases = with(cases, new RepeatedFileFunction());
            case SUBTASK_LEFT_OUT -> cases = with(cases, new LeftOutFunction());
            case REVERSAL_BY_ANOTHER_RULE -> cases = with(cases, new OtherReversalFunction(storing.warehouse()));
            case UNITS_ENTERED_TWICE -> units = with(units, new RepeatedFileFunction());
            case UNITS_TOLD_HALF -> {}
        }
        DataStream<Notice> alerts = RulePipeline.alertBySubject(recorded.subjects(), storing, RuleSettings.STANDARD);
        StoringPipeline.publish(storing, read, cases, units, alerts);
    }

    private static DataStream<Notice> with(DataStream<Notice> notices, MapFunction<Notice, Notice> bug) {
        return notices.map(bug).returns(TypeInformation.of(Notice.class)).uid("planted-bug");
    }
}
