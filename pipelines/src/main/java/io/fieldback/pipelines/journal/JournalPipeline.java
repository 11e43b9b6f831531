// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.rules.RuleSighting;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.pipelines.units.UnitSighting;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Arrivals to journal tables and ledgers. */
public final class JournalPipeline {
    /** Accumulator: how many parallel parts know what they have to know, and read. */
    public static final String READY = "journal-ready";

    /** Accumulator: how long the rebuild from the tables took, milliseconds; not there if state was restored. */
    public static final String REBUILD_MILLIS = "journal-rebuild-millis";

    static final OutputTag<UnitSighting> UNITS =
            new OutputTag<>("journal-units", TypeInformation.of(UnitSighting.class));

    static final OutputTag<RuleSighting> SUBJECTS =
            new OutputTag<>("journal-subjects", TypeInformation.of(RuleSighting.class));

    /**
     * What recording gives.
     *
     * @param notices files written, for the epoch committer
     * @param units what the contents say of units
     * @param subjects what they say to the rules
     */
    public record Recorded(
            DataStream<Notice> notices, DataStream<UnitSighting> units, DataStream<RuleSighting> subjects) {}

    private JournalPipeline() {}

    /** Records each distinct content once and enters it into the ledgers. */
    public static Recorded recordByCase(DataStream<Arrival> arrivals, StoringSettings settings, RuleSettings rules) {
        SingleOutputStreamOperator<Notice> notices = arrivals.keyBy(Arrival::key)
                .transform(
                        "journal-record-by-case",
                        TypeInformation.of(Notice.class),
                        new JournalOperator(settings, FailurePostings::of, UNITS, rules))
                .uid("journal-record-by-case");
        return new Recorded(notices, notices.getSideOutput(UNITS), notices.getSideOutput(SUBJECTS));
    }
}
