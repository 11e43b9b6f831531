// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a file that people write: a mapping, settings. It knows its line, so that every complaint can name it. */
public final class Yaml {
    /** What the file is and where, as in {@code mapping repairs.yaml}. */
    private final String file;

    private final String path;
    private final Node node;

    private Yaml(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Parses a document. Every scalar stays as typed: an id like 007 is no number here. */
    static Yaml parse(String text, String place) {
        return parse("mapping", text, place);
    }

    /** Parses a document of another kind, such as {@code channels}, which is named in every complaint. */
    public static Yaml parse(String kind, String text, String place) {
        String file = kind + " " + place;
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(50);
        Node root;
        try {
            root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
        } catch (YAMLException e) {
            throw new MappingError("Cannot read " + file + ": " + e.getMessage());
        }
        if (root == null) {
            throw new MappingError("Cannot read " + file + ": it is empty");
        }
        return new Yaml(file, "", root);
    }

    /** A complaint about this place. */
    public MappingError error(String why) {
        return new MappingError("Cannot read " + file + ", line "
                + (node.getStartMark().getLine() + 1) + (path.isEmpty() ? "" : ", " + path) + ": " + why);
    }

    /** The entries of a map, whose keys must be among these. */
    public Map<String, Yaml> map(String... known) {
        Map<String, Yaml> entries = entries();
        for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
            if (!Arrays.asList(known).contains(entry.getKey())) {
                throw entry.getValue()
                        .error("unknown key '" + entry.getKey() + "'; known are " + String.join(", ", known));
            }
        }
        return entries;
    }

    /** The entries of a map with free keys. */
    public Map<String, Yaml> entries() {
        if (isNull()) {
            return Map.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw error("`key: value` lines are expected here");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw error("a key must be plain text");
            }
            String at = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (entries.put(key.getValue(), new Yaml(file, at, tuple.getValueNode())) != null) {
                throw error("key '" + key.getValue() + "' stands twice");
            }
        }
        return entries;
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<Yaml> list() {
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(new Yaml(file, path + "[" + items.size() + "]", item));
            }
            return items;
        }
        return isNull() ? List.of() : List.of(this);
    }

    /** The values of a list; a single one counts as a list of one. */
    public List<String> texts() {
        return list().stream().map(Yaml::text).toList();
    }

    /** The value as it is typed. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error("one value is expected here");
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isNull() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    boolean flag() {
        return choice("true", "false").equals("true");
    }

    /** The value as a whole number. */
    public int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw error("'" + text() + "' is no whole number");
        }
    }

    BigDecimal decimal() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw error("'" + text() + "' is no number");
        }
    }

    /** The value, which must be one of these. */
    public String choice(String... known) {
        String text = text();
        if (!Arrays.asList(known).contains(text)) {
            throw error("'" + text + "' is not one of " + String.join(", ", known));
        }
        return text;
    }

    /** One of the named rules of the file. */
    <T> T named(Map<String, T> rules, String kind) {
        @Nullable T rule = rules.get(text());
        if (rule == null) {
            throw error("no " + kind + " named '" + text() + "'; there are " + rules.keySet());
        }
        return rule;
    }
}
