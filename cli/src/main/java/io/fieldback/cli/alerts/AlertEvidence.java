// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.TextTable;
import io.fieldback.pipelines.detection.wording.CauseWords;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On what an alert rests: texts, such as SQL, as they are; lists of alike things as tables; all else as JSON. */
final class AlertEvidence {
    /** The page has a table of its own of earlier alerts. */
    private static final Set<String> ELSEWHERE = Set.of("past");

    private static final Set<String> IN_A_SENTENCE = Set.of("measure", "from", "to", "part");
    private static final Set<String> SHARES = Set.of("excess_share");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Messages words;
    private final PrintWriter out;

    AlertEvidence(Messages words, PrintWriter out) {
        this.words = words;
        this.out = out;
    }

    void print(String evidence) {
        try {
            JsonNode parts = JSON.readTree(evidence);
            if (!parts.isObject()) {
                out.println(parts.toPrettyString());
                return;
            }
            boolean isCount = parts.has("measure") && parts.has("from") && parts.has("to");
            if (isCount) {
                counted(parts);
            }
            for (Map.Entry<String, JsonNode> part : parts.properties()) {
                JsonNode value = part.getValue();
                boolean isEmpty = value.isArray() && value.isEmpty();
                boolean isSaid = isCount && IN_A_SENTENCE.contains(part.getKey());
                if (!ELSEWHERE.contains(part.getKey()) && !isEmpty && !isSaid) {
                    print(part.getKey(), value);
                }
            }
        } catch (JsonProcessingException e) {
            out.println(evidence);
        }
    }

    private void counted(JsonNode evidence) {
        String what = text("measure", evidence.get("measure"));
        String part = evidence.has("part") ? text("part", evidence.get("part")) : "";
        out.println(words.text(
                part.isEmpty() ? "alerts.evidence.counted" : "alerts.evidence.counted-part",
                what,
                evidence.get("from").asText(),
                evidence.get("to").asText(),
                part));
    }

    private void print(String key, JsonNode value) {
        String name = words.textOr("alerts.evidence." + key, key) + words.text("alerts.is");
        if (value.isArray() && value.get(0).isObject()) {
            out.println(name.strip());
            table(value);
            return;
        }
        String text = text(key, value);
        out.println(text.contains("\n") ? name.strip() + "\n" + text : name + text);
    }

    private void table(JsonNode rows) {
        List<String> keys = new ArrayList<>(
                rows.get(0).properties().stream().map(Map.Entry::getKey).toList());
        TextTable table = TextTable.of(
                keys.stream()
                        .map(key -> words.textOr("alerts.evidence." + key, key))
                        .toList(),
                keys.stream().map(key -> rows.get(0).get(key).isNumber()).toList());
        for (JsonNode row : rows) {
            table.add(keys.stream().map(key -> text(key, row.path(key))).toList());
        }
        table.print(out);
    }

    private String text(String key, JsonNode value) {
        if (value.isIntegralNumber()) {
            return String.format(words.locale(), "%,d", value.longValue());
        }
        if (value.isNumber()) {
            boolean isShare = SHARES.contains(key);
            return isShare
                    ? String.format(words.locale(), "%.0f %%", 100 * value.doubleValue())
                    : String.format(words.locale(), "%,.2f", value.doubleValue());
        }
        if (key.equals("part")) {
            return CauseWords.of(value.asText(), words.language().equals("zh"));
        }
        if (key.equals("measure")) {
            return words.textOr("alerts.measure." + value.asText(), value.asText());
        }
        return value.isTextual() ? value.asText() : value.toPrettyString();
    }
}
