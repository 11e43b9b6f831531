// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fieldback.pipelines.detection.expectation.Unusual;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the next look has to know and cannot compute from what is known.
 *
 * @param judged day judged last, days since 1970
 * @param open alerts, by the day they opened
 * @param ended alerts that closed within half a year, by the day they closed
 * @param unusual days of series that alerts told of which have closed
 * @param closed day of the last close, by key
 * @param notices day a notice was given, by key
 * @param opened days on which alerts opened lately, by product line
 */
public record Standing(
        int judged,
        List<OpenAlert> open,
        List<OpenAlert> ended,
        List<Unusual> unusual,
        Map<String, Integer> closed,
        Map<String, Integer> notices,
        Map<String, List<Integer>> opened) {
    /** Begins the key of a notice of a site that rises. */
    public static final String SITE = "site ";

    private static final int HALF_YEAR = 182;

    /** No day was judged yet. */
    public static final int NEVER = 0;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing was ever told. */
    public static Standing empty() {
        return new Standing(NEVER, List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of());
    }

    /** Sorts, so that the text is the same. */
    public Standing {
        open = List.copyOf(open);
        ended = List.copyOf(ended);
        unusual = List.copyOf(unusual);
        closed = new TreeMap<>(closed);
        notices = new TreeMap<>(notices);
        opened = new TreeMap<>(opened);
    }

    /** Days of series that are not as usual, as alerts tell that are open or closed. */
    public List<Unusual> toldUnusual() {
        return Stream.concat(
                        unusual.stream(),
                        open.stream().filter(OpenAlert::isOfSeries).map(alert -> alert.unusual(Unusual.OPEN)))
                .toList();
    }

    /**
     * Sites of which it was told in half a year that they report more of everything.
     *
     * @param notices day of each, by key
     */
    public static Set<String> risenSites(Map<String, Integer> notices, int day) {
        Set<String> sites = new TreeSet<>();
        notices.forEach((key, on) -> {
            if (key.startsWith(SITE) && day - on < HALF_YEAR) {
                sites.add(key.substring(SITE.length()));
            }
        });
        return sites;
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
