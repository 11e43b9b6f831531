// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;

/** The writers of a table's columns. */
final class CellWriters {
    private final MessageType schema;

    private CellWriters(MessageType schema) {
        this.schema = schema;
    }

    static List<CellWriter> of(Table table, MessageType schema) {
        CellWriters writers = new CellWriters(schema);
        return writers.children(table.name(), table.columns(), List.of(), 0);
    }

    private List<CellWriter> children(String name, List<Column> columns, List<String> at, int lists) {
        List<CellWriter> children = new ArrayList<>();
        for (Column column : columns) {
            children.add(writer(name + "." + column.name(), column, append(at, column.name()), lists));
        }
        return List.copyOf(children);
    }

    /** {@code name} is for messages, {@code at} the path in the file, {@code lists} the number of lists around it. */
    private CellWriter writer(String name, Column column, List<String> at, int lists) {
        return switch (column.type()) {
            case STRUCT -> new StructWriter(name, column, children(name, column.children(), at, lists));
            case LIST -> {
                List<String> inside = append(append(at, "list"), "element");
                CellWriter element = writer(name + ".element", column.children().get(0), inside, lists + 1);
                yield new ListWriter(name, column, element, lists + 1);
            }
            case TEXT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP, BYTES ->
                new LeafWriter(name, column, schema.getColumnDescription(at.toArray(String[]::new)));
        };
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
