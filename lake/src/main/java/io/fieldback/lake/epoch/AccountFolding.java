// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts of several epochs as one: the lines of a source and file or topic are summed, nothing is left out. */
final class AccountFolding {
    /** Lineage under which readers see the accounts of expired epochs. */
    static final String LINEAGE = "expired";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTS = List.of("read_records", "new_contents", "duplicates", "rejected");

    private final Map<String, ObjectNode> lines = new TreeMap<>();

    /** Adds the accounts of an epoch, or of folded ones. */
    AccountFolding add(String accountsJson) {
        try {
            for (JsonNode line : JSON.readTree(accountsJson)) {
                String key = line.path("source").asText()
                        + '\n'
                        + line.path("seen_in").asText();
                ObjectNode sum = lines.get(key);
                if (sum == null) {
                    lines.put(key, line.deepCopy());
                } else {
                    COUNTS.forEach(count -> sum.put(
                            count, sum.path(count).asLong() + line.path(count).asLong()));
                }
            }
            return this;
        } catch (JsonProcessingException e) {
            throw new LakeException("Cannot sum accounts: " + e.getOriginalMessage(), e);
        }
    }

    /** The sum, as {@link Epoch#accountsJson()}. */
    String json() {
        ArrayNode sum = JSON.createArrayNode();
        lines.values().forEach(sum::add);
        return sum.toString();
    }
}
