// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.intake.RawRecord;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.functions.MapFunction;

/** Lets records through slowly while faults are to come, so that they find work to disturb. */
final class PaceFunction implements MapFunction<RawRecord, RawRecord> {
    private static final long serialVersionUID = 1;

    /** Set by the test that runs; the job runs in the same process. */
    static volatile BooleanSupplier slow = () -> false;

    private final long millis;

    PaceFunction(long millis) {
        this.millis = millis;
    }

    @Override
    public RawRecord map(RawRecord record) throws InterruptedException {
        if (slow.getAsBoolean()) {
            Thread.sleep(millis);
        }
        return record;
    }
}
