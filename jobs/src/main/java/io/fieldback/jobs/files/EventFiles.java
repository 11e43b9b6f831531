// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.files;

import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.storing.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;

/**
 * Event files to read, and those that need not be.
 *
 * @param unread with where to begin
 * @param finished names of files that an earlier run read to their end
 */
public record EventFiles(List<EventFile> unread, List<String> finished) {
    /** Holds files against the positions of an epoch. The same content given twice is read once. */
    public static EventFiles of(List<Path> paths, List<Progress> positions) throws IOException {
        List<EventFile> unread = new ArrayList<>();
        List<String> finished = new ArrayList<>();
        Set<String> contents = new HashSet<>();
        for (Path path : paths) {
            EventFile file = EventFile.of(path);
            String content = EventFile.contentOf(file.seenIn());
            Progress before = positions.stream()
                    .filter(each -> each.seenIn().contains("@")
                            && EventFile.contentOf(each.seenIn()).equals(content))
                    .findFirst()
                    .orElse(null);
            if (before != null && before.finished() || !contents.add(content)) {
                finished.add(path.toString());
            } else {
                unread.add(before == null ? file : file.resumed(before.seenIn(), before.next()));
            }
        }
        return new EventFiles(unread, finished);
    }

    /** A bounded source over the unread files. */
    public FileSource<RawRecord> source() {
        org.apache.flink.core.fs.Path[] paths = unread.stream()
                .map(file -> org.apache.flink.core.fs.Path.fromLocalFile(new java.io.File(file.path())))
                .toArray(org.apache.flink.core.fs.Path[]::new);
        return FileSource.forBulkFileFormat(new EventFileFormat(unread), paths)
                .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(path -> true))
                .build();
    }
}
