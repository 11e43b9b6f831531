// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a mapping that have a name: value tables, keyword classes, ranges, serial rules. */
record NamedRules(
        Map<String, ValueTable> tables,
        Map<String, Keywords> keywords,
        Map<String, Ranges> ranges,
        Map<String, SerialRule> serials) {

    static NamedRules read(Map<String, Yaml> root) {
        Map<String, ValueTable> tables = new LinkedHashMap<>();
        each(root.get("tables")).forEach((name, yaml) -> tables.put(name, table(name, yaml)));
        Map<String, Keywords> keywords = new LinkedHashMap<>();
        each(root.get("keywords")).forEach((name, yaml) -> keywords.put(name, keywords(name, yaml)));
        Map<String, Ranges> ranges = new LinkedHashMap<>();
        each(root.get("ranges")).forEach((name, yaml) -> ranges.put(name, ranges(name, yaml)));
        Map<String, SerialRule> serials = new LinkedHashMap<>();
        each(root.get("serials")).forEach((name, yaml) -> serials.put(name, serials(name, yaml, tables)));
        return new NamedRules(tables, keywords, ranges, serials);
    }

    private static Map<String, Yaml> each(@Nullable Yaml yaml) {
        return yaml == null ? Map.of() : yaml.entries();
    }

    private static ValueTable table(String name, Yaml yaml) {
        Map<String, String> values = new HashMap<>();
        ValueTable.Unknown unknown = ValueTable.Unknown.KEEP;
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            if (entry.getKey().equals("$unknown")) {
                unknown = unknown(entry.getValue());
            } else if (values.put(Words.value(entry.getKey()), entry.getValue().text()) != null) {
                throw entry.getValue().error("'" + entry.getKey() + "' stands twice");
            }
        }
        return new ValueTable(name, values, unknown);
    }

    private static Keywords keywords(String name, Yaml yaml) {
        List<Keywords.Class> classes = new ArrayList<>();
        ValueTable.Unknown unknown = ValueTable.Unknown.EMPTY;
        for (Yaml item : yaml.list()) {
            Map<String, Yaml> keys = item.map("class", "any", "all", "not", "matches", "unknown");
            Yaml other = keys.get("unknown");
            if (other != null) {
                unknown = unknown(other);
                continue;
            }
            Yaml matches = keys.get("matches");
            classes.add(new Keywords.Class(
                    need(item, keys, "class").text(),
                    texts(keys.get("any")),
                    texts(keys.get("all")),
                    texts(keys.get("not")),
                    matches == null
                            ? null
                            : Pattern.compile(
                                    ValueReader.pattern(matches).pattern(),
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        }
        return new Keywords(name, classes, unknown);
    }

    private static Ranges ranges(String name, Yaml yaml) {
        List<Ranges.Range> ranges = new ArrayList<>();
        ValueTable.Unknown unknown = ValueTable.Unknown.EMPTY;
        for (Yaml item : yaml.list()) {
            Map<String, Yaml> keys = item.map("from", "to", "value", "unknown");
            Yaml other = keys.get("unknown");
            if (other != null) {
                unknown = unknown(other);
                continue;
            }
            ranges.add(new Ranges.Range(
                    need(item, keys, "from").text(),
                    need(item, keys, "to").text(),
                    need(item, keys, "value").text()));
        }
        return new Ranges(name, ranges, unknown);
    }

    private static SerialRule serials(String name, Yaml yaml, Map<String, ValueTable> tables) {
        List<SerialRule.Form> forms = new ArrayList<>();
        for (Yaml item : yaml.list()) {
            Map<String, Yaml> keys = item.entries();
            Map<String, Step.Part> parts = new LinkedHashMap<>();
            Map<String, String> outputs = new LinkedHashMap<>();
            Pattern match = Pattern.compile(".*");
            for (Map.Entry<String, Yaml> entry : keys.entrySet()) {
                switch (entry.getKey()) {
                    case "match" -> match = ValueReader.pattern(entry.getValue());
                    case "parts" ->
                        entry.getValue().entries().forEach((part, at) -> parts.put(part, ValueReader.part(at)));
                    default -> outputs.put(entry.getKey(), entry.getValue().text());
                }
            }
            SerialRule.Form form = new SerialRule.Form(match, parts, outputs, tables);
            for (Map.Entry<String, String> output : outputs.entrySet()) {
                check(need(item, keys, output.getKey()), form, output.getValue());
            }
            forms.add(form);
        }
        return new SerialRule(name, forms);
    }

    private static void check(Yaml yaml, SerialRule.Form form, String template) {
        for (String part : SerialRule.Form.placeholders(template)) {
            if (!form.parts().containsKey(part) && !form.match().pattern().contains("(?<" + part + ">")) {
                throw yaml.error("{" + part + "} is neither a part nor a group of `match`");
            }
        }
        for (String table : SerialRule.Form.tablesOf(template)) {
            if (!form.tables().containsKey(table)) {
                throw yaml.error("no table named '" + table + "'");
            }
        }
    }

    private static ValueTable.Unknown unknown(Yaml yaml) {
        return ValueTable.Unknown.valueOf(yaml.choice("keep", "empty", "refuse").toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(@Nullable Yaml yaml) {
        return yaml == null ? List.of() : yaml.texts();
    }

    static Yaml need(Yaml at, Map<String, Yaml> keys, String key) {
        Yaml value = keys.get(key);
        if (value == null) {
            throw at.error("'" + key + "' is missing");
        }
        return value;
    }
}
