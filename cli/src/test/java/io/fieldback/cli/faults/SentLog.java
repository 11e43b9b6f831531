// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.jobs.files.EventFile;
import io.fieldback.pipelines.intake.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records as event files, and as the log of what those files hold. */
record SentLog(List<Path> files, List<RawRecord> records) {
    /** Writes records into so many files, in turn. A file has no deletions: those are for topics. */
    static SentLog write(Path folder, List<RawRecord> records, int files) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            lines.add(new ArrayList<>());
        }
        int next = 0;
        for (RawRecord record : records) {
            byte[] value = record.value();
            if (value != null && value.length > 0) {
                lines.get(next++ % files).add(new String(value, StandardCharsets.UTF_8));
            }
        }
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        List<RawRecord> log = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Path path = folder.resolve("events-" + i + ".ndjson");
            Files.write(path, lines.get(i));
            paths.add(path);
            String seenIn = EventFile.of(path).seenIn();
            for (int line = 0; line < lines.get(i).size(); line++) {
                byte[] value = lines.get(i).get(line).getBytes(StandardCharsets.UTF_8);
                log.add(new RawRecord(seenIn, 0, line, -1, null, null, value));
            }
        }
        return new SentLog(paths, log);
    }
}
