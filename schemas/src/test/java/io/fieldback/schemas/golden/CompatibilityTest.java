// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What v1 takes, it takes forever. The snapshots grow with {@code -Dgolden.update}, but never against this test. */
class CompatibilityTest {
    private static final Path SNAPSHOTS = Path.of("src/test/resources/compat/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("firm")
    void senderOfV1IsNeverBroken(EventType type) throws IOException {
        Path snapshot = SNAPSHOTS.resolve(type.wire() + ".json");
        if (Golden.update() && !Files.exists(snapshot)) {
            Files.createDirectories(SNAPSHOTS);
            Files.writeString(snapshot, JsonSchemas.of(type));
        }
        JsonNode before = JSON.readTree(snapshot.toFile());
        assertThat(Compatibility.breaks(before, JSON.readTree(JsonSchemas.of(type))))
                .isEmpty();
        if (Golden.update()) {
            Files.writeString(snapshot, JsonSchemas.of(type));
        }
        assertThat(Compatibility.breaks(JSON.readTree(JsonSchemas.of(type)), before))
                .as("fields or codes that no snapshot holds yet; run with -Dgolden.update to promise them")
                .isEmpty();
    }

    @Test
    void droppedFieldIsTold() throws IOException {
        ObjectNode now = repair();
        ((ObjectNode) now.at("/$defs/Fault/properties")).remove("causeCode");
        assertThat(Compatibility.breaks(repair(), now))
                .containsExactly("Cannot drop or rename repair.faults.causeCode: it is in v1. Keep it, and add a field"
                        + " beside it if the meaning changes.");
    }

    @Test
    void retypedFieldIsTold() throws IOException {
        ObjectNode now = repair();
        ((ObjectNode) now.at("/properties/visits")).put("type", "number");
        assertThat(Compatibility.breaks(repair(), now))
                .containsExactly("Cannot make repair.visits a number not negative: in v1 it is a integer not negative."
                        + " Keep it, and add a field of the new kind beside it.");
    }

    @Test
    void droppedCodeIsTold() throws IOException {
        ObjectNode now = repair();
        ((ArrayNode) now.at("/properties/serviceKind/enum")).remove(0);
        assertThat(Compatibility.breaks(repair(), now))
                .containsExactly("Cannot drop or rename code failure of repair.serviceKind: it is in v1. Keep it, and"
                        + " add a code beside it.");
    }

    @Test
    void newRequirementIsTold() throws IOException {
        ObjectNode now = repair();
        ((ArrayNode) now.at("/required")).add("serialNo");
        assertThat(Compatibility.breaks(repair(), now))
                .containsExactly("Cannot require repair.serialNo: v1 senders may leave it out. Make it optional and"
                        + " warn where it is absent.");
    }

    @Test
    void addedFieldsAndCodesPass() throws IOException {
        ObjectNode now = repair();
        ((ObjectNode) now.at("/properties")).putObject("novel").put("type", "string");
        ((ArrayNode) now.at("/properties/serviceKind/enum")).add("novel");
        ((ObjectNode) now.at("/$defs/Fault/properties")).putObject("novel").put("type", "integer");
        assertThat(Compatibility.breaks(repair(), now)).isEmpty();
    }

    static Stream<EventType> firm() {
        return Arrays.stream(EventType.values()).filter(type -> type.stage() == EventType.Stage.V1);
    }

    private static ObjectNode repair() throws IOException {
        return (ObjectNode) JSON.readTree(JsonSchemas.of(EventType.REPAIR));
    }
}
