// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.imports.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import made, for looking at. */
final class Collected implements EventSink {
    static final Instant RECEIVED = Instant.parse("2026-11-21T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> events = new ArrayList<>();
    final List<JsonNode> rejected = new ArrayList<>();

    @Override
    public void accept(String type, String id, byte[] json) throws IOException {
        JsonNode node = JSON.readTree(json);
        (type.equals(REJECTED_ROW) ? rejected : events).add(node);
    }

    ImportSummary importing(String yaml, Path... files) throws IOException {
        return Import.run(ImportRequest.of(List.of(files), Mapping.parse(yaml, "test.yaml"), RECEIVED), this);
    }

    JsonNode event(String id) {
        return events.stream()
                .filter(event -> event.get("id").asText().equals(id))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no event " + id + " in " + events));
    }

    /** The newest content of each id. */
    Map<String, JsonNode> byId() {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.put(event.get("id").asText(), event));
        return byId;
    }
}
