// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sightings of units to the ledgers of cohorts and exposure. */
public final class UnitPipeline {
    /** Accumulator: how many parallel parts know what they have to know, and read. */
    public static final String READY = "units-ready";

    private UnitPipeline() {}

    /** Enters what is known of each unit into the ledgers; gives the files written. */
    public static DataStream<Notice> enterByUnit(DataStream<UnitSighting> sightings, StoringSettings settings) {
        return sightings
                .keyBy(UnitSighting::serialNo)
                .transform("units-enter-by-unit", TypeInformation.of(Notice.class), new UnitOperator(settings))
                .uid("units-enter-by-unit");
    }
}
