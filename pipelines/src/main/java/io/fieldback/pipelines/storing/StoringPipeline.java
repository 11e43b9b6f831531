// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Notices to epochs. */
public final class StoringPipeline {
    private StoringPipeline() {}

    /**
     * Publishes what all operators wrote, one epoch for each checkpoint that brings something. A writer that is not
     * among the streams writes files that no epoch ever has.
     */
    @SafeVarargs
    public static void publish(StoringSettings settings, DataStream<Notice> first, DataStream<Notice>... others) {
        DataStream<Notice> all = first;
        for (DataStream<Notice> other : others) {
            all = all.union(other);
        }
        all.transform("storing-commit-epochs", Types.LONG, new EpochCommitter(settings))
                .uid("storing-commit-epochs")
                .setParallelism(1)
                .setMaxParallelism(1);
    }
}
