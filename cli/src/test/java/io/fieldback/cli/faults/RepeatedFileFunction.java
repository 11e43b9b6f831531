// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.storing.Notice;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;

/** A planted bug: the files told last are told again, with the next notice and, while nothing new is told, with each after it. */
final class RepeatedFileFunction implements MapFunction<Notice, Notice> {
    private static final long serialVersionUID = 1;

    private transient List<byte[]> before = List.of();

    @Override
    public Notice map(Notice notice) {
        List<byte[]> files = new ArrayList<>(notice.files());
        if (before != null) {
            files.addAll(before);
        }
        // An epoch without files must not make the bug invisible.
        before = notice.files().isEmpty() ? before : List.copyOf(notice.files());
        return new Notice(files, notice.accounts(), notice.progress());
    }
}
