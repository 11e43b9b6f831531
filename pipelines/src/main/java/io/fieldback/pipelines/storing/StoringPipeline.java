// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Notices to epochs. */
public final class StoringPipeline {
    private StoringPipeline() {}

    /** Publishes what all operators wrote, one epoch for each checkpoint that brings something. */
    public static void publish(StoringSettings settings, DataStream<Notice> first, DataStream<Notice> second) {
        first.union(second)
                .transform("storing-commit-epochs", Types.LONG, new EpochCommitter(settings))
                .uid("storing-commit-epochs")
                .setParallelism(1)
                .setMaxParallelism(1);
    }
}
