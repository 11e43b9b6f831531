// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The columns wanted of a file, as far as it has them. Whether a value may be missing, and so the levels, are taken from
 * the file; columns are found by name, which a table never changes.
 */
final class Projection {
    private final MessageType file;
    private final Map<List<String>, LeafValue> leaves = new HashMap<>();
    private final List<CellReader> cells;

    Projection(MessageType file, Table wanted) {
        this.file = file;
        this.cells = readers(wanted.columns(), file, List.of());
    }

    /** A reader for each wanted column. */
    List<CellReader> cells() {
        return cells;
    }

    /** Where a leaf column's values go, by its path; empty for a leaf that is not wanted. */
    Map<List<String>, LeafValue> leaves() {
        return leaves;
    }

    /** The file's schema without what is not wanted. */
    MessageType schema() {
        return new MessageType(file.getName(), fields(file, List.of()));
    }

    private List<CellReader> readers(List<Column> columns, GroupType group, List<String> at) {
        List<CellReader> readers = new ArrayList<>();
        for (Column column : columns) {
            readers.add(
                    group.containsField(column.name())
                            ? reader(column, group.getType(column.name()), append(at, column.name()))
                            : MissingReader.COLUMN);
        }
        return List.copyOf(readers);
    }

    private CellReader reader(Column column, Type type, List<String> at) {
        return switch (column.type()) {
            case STRUCT -> struct(column, type.asGroupType(), at);
            case LIST -> list(column, type.asGroupType(), at);
            case TEXT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP, BYTES -> {
                LeafValue value = new LeafValue(column.type());
                leaves.put(at, value);
                yield new LeafReader(file.getColumnDescription(at.toArray(String[]::new)), value);
            }
        };
    }

    private CellReader struct(Column column, GroupType group, List<String> at) {
        List<CellReader> children = readers(column.children(), group, at);
        return children.stream()
                .filter(CellReader::present)
                .findFirst()
                .<CellReader>map(first -> new StructReader(children.toArray(CellReader[]::new), first, definition(at)))
                .orElse(MissingReader.COLUMN);
    }

    /** A list is three levels: itself, a repeated group, the element. */
    private CellReader list(Column column, GroupType group, List<String> at) {
        GroupType repeated = group.getType(0).asGroupType();
        List<String> inside = append(at, repeated.getName());
        Type elementType = repeated.getType(0);
        CellReader element = reader(column.children().get(0), elementType, append(inside, elementType.getName()));
        return element.present()
                ? new ListReader(element, definition(at), file.getMaxRepetitionLevel(inside.toArray(String[]::new)))
                : MissingReader.COLUMN;
    }

    private int definition(List<String> path) {
        return file.getMaxDefinitionLevel(path.toArray(String[]::new));
    }

    private List<Type> fields(GroupType group, List<String> at) {
        List<Type> fields = new ArrayList<>();
        for (Type field : group.getFields()) {
            List<String> path = append(at, field.getName());
            if (field.isPrimitive()) {
                if (leaves.containsKey(path)) {
                    fields.add(field);
                }
                continue;
            }
            List<Type> inside = fields(field.asGroupType(), path);
            if (!inside.isEmpty()) {
                fields.add(field.asGroupType().withNewFields(inside));
            }
        }
        return fields;
    }

    private static List<String> append(List<String> path, String name) {
        String[] longer = Arrays.copyOf(path.toArray(String[]::new), path.size() + 1);
        longer[path.size()] = name;
        return List.of(longer);
    }
}
