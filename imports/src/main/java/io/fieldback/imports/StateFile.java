// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.schemas.event.EventType;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cases that imports by one mapping have brought so far: a line of JSON for each, with type, id and day, and
 * nothing else. An import appends to it; a snapshot rewrites it. It changes only when an import ends well.
 */
public final class StateFile implements PreviousState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** The state kept in this file, which need not exist yet. */
    public StateFile(Path file) {
        this.file = file;
    }

    /** The state file that belongs to a mapping file: beside it, with {@code .state.json} behind its name. */
    public static Path beside(Path mapping) {
        return mapping.resolveSibling(mapping.getFileName() + ".state.json");
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void visit(Visitor visitor) throws IOException {
        if (!exists()) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                show(line, number, visitor);
            }
        }
    }

    private void show(String line, int number, Visitor visitor) throws IOException {
        JsonNode known;
        try {
            known = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException("Cannot read state file " + file + ": line " + number + " is no JSON", e);
        }
        EventType type = EventType.ofWire(known.path("type").asText());
        if (type == null || !known.has("id")) {
            throw new IOException("Cannot read state file " + file + ": line " + number + " names no case");
        }
        String day = known.path("day").asText("");
        visitor.known(type, known.get("id").asText(), day.isEmpty() ? null : LocalDate.parse(day));
    }

    /** Starts to write; {@code append} keeps what is there. Nothing changes before {@link Writer#finish}. */
    Writer writer(boolean append) throws IOException {
        return new Writer(append);
    }

    /** Writes the next state of the file. */
    final class Writer implements Closeable {
        private final Path next = file.resolveSibling(file.getFileName() + ".next");
        private final boolean append;
        private final BufferedWriter lines;

        private Writer(boolean append) throws IOException {
            this.append = append;
            this.lines = Files.newBufferedWriter(next, StandardCharsets.UTF_8);
        }

        void known(EventType type, String id, @Nullable LocalDate day) throws IOException {
            lines.write("{\"type\":\"" + type.wire() + "\",\"id\":" + JSON.writeValueAsString(id)
                    + (day == null ? "}" : ",\"day\":\"" + day + "\"}"));
            lines.write('\n');
        }

        void finish() throws IOException {
            lines.close();
            if (append && Files.exists(file)) {
                try (java.io.OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                    Files.copy(next, out);
                }
            } else {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
            Files.deleteIfExists(next);
        }
    }
}
