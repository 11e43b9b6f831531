// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.parquet.FieldIds;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** Tables as Iceberg schemas and back. */
final class TableSchemas {
    private int nextId = 1;

    private TableSchemas() {}

    /** The schema of a new table. Iceberg numbers the fields again when it makes the table. */
    static Schema schema(Table table) {
        return new Schema(new TableSchemas().fields(table.columns()));
    }

    /** The table that a schema says; all its columns with a dictionary, of which a schema knows nothing. */
    static Table table(String name, String grain, Schema schema) {
        return new Table(name, grain, columns(schema.columns()));
    }

    /** The ids that a schema gives its columns. */
    static FieldIds ids(Schema schema) {
        Map<String, Integer> byPath = new HashMap<>();
        gather("", schema.columns(), byPath);
        return new FieldIds(byPath);
    }

    private List<NestedField> fields(List<Column> columns) {
        List<NestedField> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add(field(column));
        }
        return fields;
    }

    private NestedField field(Column column) {
        int id = nextId++;
        Type type = type(column);
        return column.required()
                ? NestedField.required(id, column.name(), type, column.doc())
                : NestedField.optional(id, column.name(), type, column.doc());
    }

    private Type type(Column column) {
        return switch (column.type()) {
            case TEXT -> Types.StringType.get();
            case LONG -> Types.LongType.get();
            case DOUBLE -> Types.DoubleType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case DATE -> Types.DateType.get();
            case TIMESTAMP -> Types.TimestampType.withZone();
            case BYTES -> Types.BinaryType.get();
            case STRUCT -> Types.StructType.of(fields(column.children()));
            case LIST -> {
                Column element = column.children().get(0);
                int id = nextId++;
                Type type = type(element);
                yield element.required() ? Types.ListType.ofRequired(id, type) : Types.ListType.ofOptional(id, type);
            }
        };
    }

    private static List<Column> columns(List<NestedField> fields) {
        return fields.stream().map(TableSchemas::column).toList();
    }

    private static Column column(NestedField field) {
        String doc = field.doc() == null ? "" : field.doc();
        Type type = field.type();
        List<Column> children =
                type.isNestedType() ? columns(type.asNestedType().fields()) : List.of();
        return new Column(field.name(), columnType(type), field.isRequired(), true, doc, children);
    }

    private static ColumnType columnType(Type type) {
        return switch (type.typeId()) {
            case STRING -> ColumnType.TEXT;
            case LONG, INTEGER -> ColumnType.LONG;
            case DOUBLE, FLOAT -> ColumnType.DOUBLE;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE -> ColumnType.DATE;
            case TIMESTAMP -> ColumnType.TIMESTAMP;
            case BINARY -> ColumnType.BYTES;
            case STRUCT -> ColumnType.STRUCT;
            case LIST -> ColumnType.LIST;
            // Iceberg's list of types grows; Fieldback writes none but those above.
            default -> throw new LakeException("Cannot read a column of Iceberg type " + type + ": none is written");
        };
    }

    private static void gather(String prefix, List<NestedField> fields, Map<String, Integer> byPath) {
        for (NestedField field : fields) {
            String path = prefix + field.name();
            byPath.put(path, field.fieldId());
            if (field.type().isNestedType()) {
                gather(path + ".", field.type().asNestedType().fields(), byPath);
            }
        }
    }
}
