// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the next look has to know and cannot compute from what is known.
 *
 * @param open alerts, by the day they opened
 * @param closed day of the last close, by key
 * @param notices day a notice was given, by key
 * @param opened days on which alerts opened lately, by product line
 */
public record Standing(
        List<OpenAlert> open,
        Map<String, Integer> closed,
        Map<String, Integer> notices,
        Map<String, List<Integer>> opened) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing was ever told. */
    public static Standing empty() {
        return new Standing(List.of(), Map.of(), Map.of(), Map.of());
    }

    /** Sorts, so that the text is the same. */
    public Standing {
        open = List.copyOf(open);
        closed = new TreeMap<>(closed);
        notices = new TreeMap<>(notices);
        opened = new TreeMap<>(opened);
    }

    /** Reads what {@link #text} wrote. */
    public static Standing of(String text) {
        try {
            return JSON.readValue(text, Standing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read where the watch stood: " + e.getOriginalMessage(), e);
        }
    }

    /** As JSON. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write where the watch stands: " + e.getOriginalMessage(), e);
        }
    }
}
