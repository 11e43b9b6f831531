// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.schemas.wire.RejectReason;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads foreign JSON records, bare or in the envelope of Debezium, as rows. */
public final class Records {
    private static final int MAX_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(60)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Records() {}

    /** What a record holds. */
    public sealed interface Content {
        /** The text of the record, for keeping. */
        String original();

        /**
         * A state of a case.
         *
         * @param rows of it
         * @param recordedAt when the source recorded it, if the envelope says so
         * @param original the record
         */
        record State(List<RecordRow> rows, @Nullable Instant recordedAt, String original) implements Content {}

        /**
         * The deletion of a row in the source.
         *
         * @param row as it was before
         * @param recordedAt when it was deleted, if the envelope says so
         * @param original the record
         */
        record Deletion(RecordRow row, @Nullable Instant recordedAt, String original) implements Content {}

        /** A record that cannot be read. */
        record Damaged(RawRow.Damage damage, String original) implements Content {}
    }

    /** Reads a record; {@code place} says where it stands. */
    public static Content read(byte[] bytes, String place, SheetRule rule) {
        if (bytes.length > MAX_BYTES) {
            String start = new String(bytes, 0, 60_000, StandardCharsets.ISO_8859_1);
            return damaged(RejectReason.E_LIMIT_SIZE, bytes.length + " bytes", start);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String hex = "hex:" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 30_000));
            return damaged(RejectReason.E_ENC_INVALID, "bytes that are no UTF-8 text", hex);
        }
        JsonNode root;
        try {
            root = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            boolean twice = String.valueOf(e.getMessage()).contains("Duplicate");
            return damaged(
                    twice ? RejectReason.E_JSON_DUPKEY : RejectReason.E_JSON_SYNTAX, e.getOriginalMessage(), text);
        }
        if (root == null || root instanceof MissingNode) {
            return damaged(RejectReason.E_EMPTY, "nothing in it", text);
        }
        if (!root.isObject()) {
            return damaged(RejectReason.E_NOT_OBJECT, "JSON, but no object", text);
        }
        return content(root, text, place, rule);
    }

    private static Content content(JsonNode root, String text, String place, SheetRule rule) {
        JsonNode payload = root.path("payload");
        JsonNode body = payload.isObject() && (payload.has("op") || root.has("schema")) ? payload : root;
        if (!(body.path("op").isTextual() && (body.has("after") || body.has("before")))) {
            return new Content.State(rows(body, text, place, rule, Map.of()), null, text);
        }
        String operation = body.get("op").asText();
        Map<String, Cell> context = context(body);
        return switch (operation) {
            case "c", "u", "r" ->
                body.path("after").isObject()
                        ? new Content.State(
                                rows(body.get("after"), text, place, rule, context),
                                operation.equals("r") ? null : recordedAt(body),
                                text)
                        : damaged(RejectReason.E_EMPTY, "a change without 'after'", text);
            case "d" ->
                body.path("before").isObject()
                        ? new Content.Deletion(
                                rows(body.get("before"), text, place, rule, context)
                                        .get(0),
                                recordedAt(body),
                                text)
                        : damaged(RejectReason.E_ID_MISSING, "a deletion that does not say of what", text);
            default -> damaged(RejectReason.E_MAP_NO_RULE, "operation '" + operation + "' is no change of a row", text);
        };
    }

    private static List<RecordRow> rows(
            JsonNode record, String text, String place, SheetRule rule, Map<String, Cell> context) {
        return RecordRow.of(record, text, place, rule.explode(), rule.columns(), context);
    }

    private static Map<String, Cell> context(JsonNode body) {
        Map<String, Cell> context = new HashMap<>();
        context.put("debezium.op", Cell.text(body.get("op").asText()));
        context.put("debezium.ts_ms", Cell.number(BigDecimal.valueOf(millis(body))));
        String table = body.path("source").path("table").asText("");
        context.put("debezium.table", Cell.text(table));
        return context;
    }

    private static long millis(JsonNode body) {
        JsonNode atSource = body.path("source").path("ts_ms");
        return atSource.isNumber() ? atSource.longValue() : body.path("ts_ms").longValue();
    }

    private static @Nullable Instant recordedAt(JsonNode body) {
        long millis = millis(body);
        try {
            return millis <= 0 ? null : Instant.ofEpochMilli(millis);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Content.Damaged damaged(RejectReason reason, String detail, String original) {
        return new Content.Damaged(new RawRow.Damage(reason, detail), original);
    }
}
