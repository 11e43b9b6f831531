// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.events.MadeEvent;
import io.fieldback.benchmarks.events.MadeEvents;
import io.fieldback.schemas.event.EventType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Events as newline-delimited JSON, in parts, a type apart: {@code repair-000.ndjson} and so on. */
public final class JsonFiles {
    private static final int BUFFER = 1 << 18;
    private static final int PART_EVENTS = 500_000;

    private JsonFiles() {}

    /** Writes the events into a folder, unless they stand in it already. */
    public static Path write(Path folder, MadeEvents events) throws IOException {
        Path done = folder.resolve("done");
        if (Files.exists(done)) {
            return folder;
        }
        Files.createDirectories(folder);
        Map<EventType, OutputStream> open = new EnumMap<>(EventType.class);
        Map<EventType, Long> written = new EnumMap<>(EventType.class);
        for (MadeEvent event : events) {
            long number = written.merge(event.type(), 1L, Long::sum) - 1;
            if (number % PART_EVENTS == 0) {
                OutputStream full = open.put(event.type(), part(folder, event.type(), number / PART_EVENTS));
                if (full != null) {
                    full.close();
                }
            }
            OutputStream out = open.get(event.type());
            if (out != null) {
                out.write(event.json());
                out.write('\n');
            }
        }
        for (OutputStream out : open.values()) {
            out.close();
        }
        Files.createFile(done);
        return folder;
    }

    private static OutputStream part(Path folder, EventType type, long number) throws IOException {
        Path file = folder.resolve(String.format(java.util.Locale.ROOT, "%s-%03d.ndjson", type.wire(), number));
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }
}
