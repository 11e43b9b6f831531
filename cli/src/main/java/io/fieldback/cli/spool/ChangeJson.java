// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change as one JSON array: the values of its row in table {@code alerts}, in the order of the columns. */
final class ChangeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeJson() {}

    static String write(AlertChange change) {
        ArrayNode values = JSON.createArrayNode();
        for (Object value : change.row()) {
            if (value instanceof List<?> texts) {
                ArrayNode list = values.addArray();
                texts.forEach(text -> list.add(String.valueOf(text)));
            } else if (value instanceof Long whole) {
                values.add(whole);
            } else if (value instanceof Double number) {
                values.add(number);
            } else {
                values.add(value == null ? null : value.toString());
            }
        }
        return values.toString();
    }

    static AlertChange read(String json) {
        try {
            JsonNode values = JSON.readTree(json);
            List<Column> columns = Tables.ALERTS.columns();
            @Nullable Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = value(columns.get(i), values.path(i));
            }
            return AlertChange.of(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a change of the spool: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable Object value(Column column, JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(text -> texts.add(text.asText()));
            return texts;
        }
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (column.type()) {
            case DATE -> LocalDate.parse(value.asText());
            case TIMESTAMP -> Instant.parse(value.asText());
            case LONG -> value.asLong();
            case DOUBLE -> value.asDouble();
            default -> value.asText();
        };
    }
}
