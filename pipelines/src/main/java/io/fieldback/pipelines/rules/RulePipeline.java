// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sightings of subjects to alerts. */
public final class RulePipeline {
    private RulePipeline() {}

    /** Writes the alerts that follow from what is known of each subject; gives the files written. */
    public static DataStream<Notice> alertBySubject(
            DataStream<RuleSighting> sightings, StoringSettings settings, RuleSettings rules) {
        return sightings
                .keyBy(RuleSighting::key)
                .transform(
                        "rules-alert-by-subject", TypeInformation.of(Notice.class), new RuleOperator(settings, rules))
                .uid("rules-alert-by-subject");
    }
}
