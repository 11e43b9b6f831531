// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.intake.RawRecord;
import org.apache.flink.api.common.functions.MapFunction;

/** Lets records through at the pace of the test that runs; the job runs in the same process. */
final class PaceFunction implements MapFunction<RawRecord, RawRecord> {
    private static final long serialVersionUID = 1;

    /** How long each record waits, milliseconds. */
    @FunctionalInterface
    interface Pace {
        /** No waiting. */
        Pace FREE = () -> 0;

        long millis();
    }

    static volatile Pace pace = Pace.FREE;

    @Override
    public RawRecord map(RawRecord record) throws InterruptedException {
        long millis = pace.millis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
        return record;
    }
}
