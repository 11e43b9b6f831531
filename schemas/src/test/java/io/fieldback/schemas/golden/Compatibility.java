// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Whether a schema still takes all that an earlier one took. */
final class Compatibility {
    private final JsonNode before;
    private final JsonNode now;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    /** A sentence for each thing that breaks senders of the earlier schema, with what to do instead. */
    static List<String> breaks(JsonNode before, JsonNode now) {
        Compatibility check = new Compatibility(before, now);
        check.object(before, now, before.path("title").asText());
        return check.breaks;
    }

    private void object(JsonNode was, JsonNode is, String at) {
        was.path("properties").fieldNames().forEachRemaining(name -> {
            JsonNode field = is.path("properties").get(name);
            if (field == null) {
                breaks.add("Cannot drop or rename " + at + "." + name
                        + ": it is in v1. Keep it, and add a field beside it if the meaning changes.");
            } else {
                property(was.path("properties").get(name), field, at + "." + name);
            }
        });
        for (String name : texts(is.path("required"))) {
            if (!texts(was.path("required")).contains(name)) {
                breaks.add("Cannot require " + at + "." + name
                        + ": v1 senders may leave it out. Make it optional and warn where it is absent.");
            }
        }
    }

    private void property(JsonNode was, JsonNode is, String at) {
        String earlier = kind(was);
        String later = kind(is);
        if (!earlier.equals(later)) {
            breaks.add("Cannot make " + at + " a " + later + ": in v1 it is a " + earlier
                    + ". Keep it, and add a field of the new kind beside it.");
            return;
        }
        for (String code : texts(was.path("enum"))) {
            if (!texts(is.path("enum")).contains(code)) {
                breaks.add("Cannot drop or rename code " + code + " of " + at
                        + ": it is in v1. Keep it, and add a code beside it.");
            }
        }
        if (was.has("$ref")) {
            object(target(before, was), target(now, is), at);
        } else if (was.has("items")) {
            property(was.get("items"), is.get("items"), at);
        }
    }

    private static String kind(JsonNode property) {
        if (property.has("$ref")) {
            return "part";
        }
        if (property.has("const")) {
            return "constant " + property.get("const").asText();
        }
        if (property.has("enum")) {
            return "code";
        }
        if (property.has("items")) {
            return "list of " + kind(property.get("items"));
        }
        String pattern = property.path("pattern").asText();
        return property.path("type").asText()
                + (pattern.isEmpty() ? "" : " like " + pattern)
                + (property.has("minimum") ? " not negative" : "");
    }

    private static JsonNode target(JsonNode root, JsonNode reference) {
        return root.at(reference.get("$ref").asText().substring(1));
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
