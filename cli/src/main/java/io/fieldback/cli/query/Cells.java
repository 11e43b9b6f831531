// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Values of DuckDB as text and as JSON, exactly. Days and times are ISO, bytes are hex, lists and structures JSON. */
final class Cells {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private Cells() {}

    static JsonGenerator json(Writer out) throws IOException {
        return JSON.createGenerator(out);
    }

    /** The text of a value that is not null. */
    static String text(Object value) throws SQLException, IOException {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toString();
        }
        if (value instanceof Blob blob) {
            return HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
        }
        if (value instanceof Array || value instanceof DuckDBStruct || value instanceof Map<?, ?>) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = json(text)) {
                write(json, value);
            }
            return text.toString();
        }
        return value.toString();
    }

    static void write(JsonGenerator json, @Nullable Object value) throws SQLException, IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Float number) {
            json.writeNumber(number);
        } else if (value instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else if (value instanceof Array list) {
            writeList(json, list);
        } else if (value instanceof DuckDBStruct structure) {
            writeMap(json, structure.getMap());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else {
            json.writeString(text(value));
        }
    }

    private static void writeList(JsonGenerator json, Array list) throws SQLException, IOException {
        json.writeStartArray();
        for (Object each : (Object[]) list.getArray()) {
            write(json, each);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws SQLException, IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }
}
