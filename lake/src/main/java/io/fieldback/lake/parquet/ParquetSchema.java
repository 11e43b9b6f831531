// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The Parquet schema of a table: every column, with the field ids Iceberg knows it by. */
final class ParquetSchema {
    private final FieldIds ids;

    private ParquetSchema(FieldIds ids) {
        this.ids = ids;
    }

    static MessageType of(Table table, FieldIds ids) {
        return new MessageType(table.name(), new ParquetSchema(ids).types("", table.columns()));
    }

    private List<Type> types(String prefix, List<Column> columns) {
        List<Type> types = new ArrayList<>();
        for (Column column : columns) {
            types.add(type(prefix + column.name(), column));
        }
        return types;
    }

    private Type type(String path, Column column) {
        Repetition repetition = column.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
        Type type = switch (column.type()) {
            case TEXT -> primitive(PrimitiveTypeName.BINARY, repetition, stringType(), column);
            case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case DATE -> primitive(PrimitiveTypeName.INT32, repetition, dateType(), column);
            case TIMESTAMP ->
                primitive(PrimitiveTypeName.INT64, repetition, timestampType(true, TimeUnit.MICROS), column);
            case BYTES -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(column.name());
            case STRUCT -> new GroupType(repetition, column.name(), types(path + ".", column.children()));
            case LIST -> list(path, repetition, column);
        };
        return type.withId(ids.id(path));
    }

    private static PrimitiveType primitive(
            PrimitiveTypeName name, Repetition repetition, LogicalTypeAnnotation logical, Column column) {
        return Types.primitive(name, repetition).as(logical).named(column.name());
    }

    private Type list(String path, Repetition repetition, Column column) {
        Type element = type(path + ".element", column.children().get(0));
        return Types.list(repetition).element(element).named(column.name());
    }
}
