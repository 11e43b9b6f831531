// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.Progress;
import org.apache.flink.api.common.functions.MapFunction;

/** A planted bug: positions are off. */
final class ShiftedPositionsFunction implements MapFunction<Notice, Notice> {
    private static final long serialVersionUID = 1;

    private final long by;

    ShiftedPositionsFunction(long by) {
        this.by = by;
    }

    @Override
    public Notice map(Notice notice) {
        return new Notice(
                notice.files(),
                notice.accounts(),
                notice.progress().stream()
                        .map(each -> new Progress(
                                each.seenIn(), each.partition(), each.next() + by, each.identity(), each.finished()))
                        .toList());
    }
}
