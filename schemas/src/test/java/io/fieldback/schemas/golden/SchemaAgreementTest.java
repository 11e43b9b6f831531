// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.random.RandomEvents;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.EventWriter;
import io.fieldback.schemas.wire.JsonSchemas;
import io.fieldback.schemas.wire.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas and the reader are two tellings of one format; a validator that is not ours compares them. */
class SchemaAgreementTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final EventReader reader = new EventReader(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @EnumSource
    void schemasAreValidSchemas(EventType type) {
        Schema rules = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(rules.validate(JsonSchemas.of(type), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsValid(EventType type) {
        Schema schema = SCHEMAS.getSchema(JsonSchemas.of(type));
        long seed = 99L + type.ordinal();
        System.out.println(type + ": seed " + seed);
        RandomEvents events = new RandomEvents(seed);
        for (int i = 0; i < 100; i++) {
            String json = new String(EventWriter.write(events.next(type)), StandardCharsets.UTF_8);
            assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothRefuseValuesOfAnotherKind(EventType type) throws IOException {
        Schema schema = SCHEMAS.getSchema(JsonSchemas.of(type));
        String plain = "{\"type\":\"" + type.wire() + "\",\"id\":\"X\"}";
        assertThat(schema.validate(plain, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"type\":\"" + type.wire() + "\"}", InputFormat.JSON))
                .isNotEmpty();
        for (Field field : type.shape().fields()) {
            ObjectNode event = (ObjectNode) JSON.readTree(plain);
            event.set(field.name(), JSON.readTree(wrong(field)));
            refusedByBoth(schema, event, field);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSchemaAllowsTheReaderTakes(EventType type) {
        Schema schema = SCHEMAS.getSchema(JsonSchemas.of(type));
        for (Field field : type.shape().fields()) {
            for (String value : usual(field)) {
                String json =
                        "{\"type\":\"" + type.wire() + "\"," + (field.name().equals("id") ? "" : "\"id\":\"X\",") + "\""
                                + field.name() + "\":" + value + "}";
                assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
                assertThat(reader.read(json.getBytes(StandardCharsets.UTF_8)))
                        .as(json)
                        .isInstanceOf(Reading.Accepted.class);
            }
        }
    }

    private void refusedByBoth(Schema schema, JsonNode event, Field field) {
        String json = event.toString();
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
        Reading reading = reader.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(json).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).field()).isEqualTo(field.name());
    }

    private static String wrong(Field field) {
        return switch (field.kind()) {
            case TEXT, CODE -> "{\"a\":1}";
            case INTEGER -> field.credit() ? "\"many\"" : "-1";
            case NUMBER -> "\"many\"";
            case FLAG -> "\"perhaps\"";
            case DAY, MONTH, INSTANT -> "\"yesterday\"";
            case RECORD, RECORDS, TEXTS -> "\"x\"";
        };
    }

    private static String[] usual(Field field) {
        return switch (field.kind()) {
            case TEXT -> new String[] {"\"x\"", "\"水箱\""};
            case CODE ->
                field.codes().stream().map(code -> "\"" + code.wire() + "\"").toArray(String[]::new);
            case INTEGER -> new String[] {"0", "9223372036854775807", field.credit() ? "-5" : "5"};
            case NUMBER -> new String[] {"0", "1.5", "1e6"};
            case FLAG -> new String[] {"true", "false"};
            case DAY -> new String[] {"\"1980-01-01\"", "\"2026-12-31\"", "\"2099-12-31\""};
            case MONTH -> new String[] {"\"1980-01\"", "\"2099-12\""};
            case INSTANT ->
                new String[] {
                    "\"2026-01-05T10:00:00+08:00\"",
                    "\"2026-01-05T10:00Z\"",
                    "\"2026-01-05T23:59:59.123456789-03:30\"",
                    "\"2099-12-31T23:59:59Z\""
                };
            case RECORD -> new String[] {"{}"};
            case RECORDS, TEXTS -> new String[] {"[]"};
        };
    }
}
