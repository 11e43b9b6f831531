// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.storing.Notice;
import org.apache.flink.api.common.functions.MapFunction;

/** A planted bug: files of the second subtask are forgotten. */
final class LeftOutFunction implements MapFunction<Notice, Notice> {
    private static final long serialVersionUID = 1;

    @Override
    public Notice map(Notice notice) {
        return new Notice(
                notice.files().stream()
                        .filter(file -> !WrittenFile.fromBytes(file).path().contains("/journal-1-"))
                        .toList(),
                notice.accounts(),
                notice.progress());
    }
}
