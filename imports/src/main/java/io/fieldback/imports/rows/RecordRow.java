// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import com.fasterxml.jackson.databind.JsonNode;
import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A foreign record, its fields by name; those of objects inside it by a name with dots. */
public final class RecordRow implements Row {
    private final String place;
    private final String original;
    private final Map<String, Cell> cells;
    private final Map<String, List<String>> aliases;

    private RecordRow(String place, String original, Map<String, Cell> cells, Map<String, List<String>> aliases) {
        this.place = place;
        this.original = original;
        this.cells = cells;
        this.aliases = aliases;
    }

    /**
     * The rows of a record: one, or one for each item of a list inside it.
     *
     * @param record the record
     * @param original the bytes it came as, as text
     * @param place where it stands, for messages
     * @param explode dotted name of that list; null for none
     * @param aliases names by which the mapping speaks of a field
     * @param context further fields by name, such as those of the envelope around the record
     */
    public static List<RecordRow> of(
            JsonNode record,
            String original,
            String place,
            @Nullable String explode,
            Map<String, List<String>> aliases,
            Map<String, Cell> context) {
        Map<String, Cell> shared = new HashMap<>(context);
        flatten(record, "", shared, explode);
        JsonNode items = explode == null ? null : record.at("/" + explode.replace('.', '/'));
        List<RecordRow> rows = new ArrayList<>();
        if (items != null && items.isArray()) {
            for (JsonNode item : items) {
                Map<String, Cell> cells = new HashMap<>(shared);
                flatten(item, explode + ".", cells, null);
                rows.add(new RecordRow(place, original, cells, aliases));
            }
        }
        return rows.isEmpty() ? List.of(new RecordRow(place, original, shared, aliases)) : rows;
    }

    @Override
    public Cell cell(String column) {
        for (String alias : aliases.getOrDefault(column, List.of())) {
            Cell cell = cells.get(Words.header(alias));
            if (cell != null) {
                return cell;
            }
        }
        return cells.getOrDefault(Words.header(column), Cell.EMPTY);
    }

    @Override
    public boolean filled(String column) {
        return false;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public String place(String column) {
        return place + " " + column;
    }

    @Override
    public Map<String, Cell> byName() {
        Map<String, Cell> byName = new TreeMap<>(cells);
        byName.values().removeIf(Cell::isEmpty);
        return byName;
    }

    @Override
    public String original() {
        return original;
    }

    private static void flatten(JsonNode node, String prefix, Map<String, Cell> cells, @Nullable String without) {
        if (!node.isObject()) {
            cells.put(Words.header(prefix.isEmpty() ? "value" : prefix.substring(0, prefix.length() - 1)), cell(node));
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = prefix + entry.getKey();
            if (name.equals(without)) {
                continue;
            }
            if (entry.getValue().isObject()) {
                flatten(entry.getValue(), name + ".", cells, without);
            } else {
                cells.put(Words.header(name), cell(entry.getValue()));
            }
        }
    }

    private static Cell cell(JsonNode value) {
        if (value.isNumber()) {
            return Cell.number(value.decimalValue());
        }
        if (value.isBoolean()) {
            return new Cell.Flag(value.booleanValue());
        }
        return value.isNull() ? Cell.EMPTY : Cell.text(value.isTextual() ? value.asText() : value.toString());
    }
}
