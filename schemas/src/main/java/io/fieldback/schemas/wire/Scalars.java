// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.code.Spellings;
import io.fieldback.schemas.shape.Field;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single JSON values by the kind of their field. */
final class Scalars {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "有", "√");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "无", "×");

    private final JsonParser parser;
    private final Times times;
    private final Notes notes;

    Scalars(JsonParser parser, Times times, Notes notes) {
        this.parser = parser;
        this.times = times;
        this.notes = notes;
    }

    @Nullable
    Object read(Field field, JsonToken token, String at) throws IOException {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            throw new Refusal(RejectReason.E_TYPE, at, "a single value is expected");
        }
        if (token == JsonToken.VALUE_STRING && parser.getTextLength() == 0) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> text(field, token, at);
            case CODE -> code(field, token, at);
            case INTEGER -> integer(field, token, at);
            case NUMBER -> Numbers.measured(decimal(token, at), at);
            case FLAG -> flag(token, at);
            case DAY -> times.day(string(token, at), at, notes);
            case MONTH -> times.month(string(token, at), at);
            case INSTANT -> times.instant(instantText(token, at), at, notes);
            case RECORD, RECORDS, TEXTS ->
                throw new IllegalStateException("Cannot read " + at + " as a single value: it is a " + field.kind());
        };
    }

    @Nullable
    String text(Field field, JsonToken token, String at) throws IOException {
        if (token.isNumeric()) {
            notes.warn(Warning.W_TYPE_COERCED, at);
            return Texts.clean(parser.getText(), field, at, notes);
        }
        return Texts.clean(string(token, at), field, at, notes);
    }

    private @Nullable Code code(Field field, JsonToken token, String at) throws IOException {
        String text = text(field, token, at);
        if (text == null) {
            return null;
        }
        Code code = Spellings.of(field).find(text);
        if (code != null) {
            return code;
        }
        notes.warn(Warning.W_ENUM_UNKNOWN, at);
        notes.keepText(at, text);
        return Spellings.of(field).unmapped();
    }

    private Long integer(Field field, JsonToken token, String at) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= 18) {
            return Numbers.checked(parser.getLongValue(), field, at);
        }
        return Numbers.whole(decimal(token, at), field, at);
    }

    private BigDecimal decimal(JsonToken token, String at) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            notes.warn(Warning.W_TYPE_COERCED, at);
        } else if (!token.isNumeric()) {
            throw new Refusal(RejectReason.E_TYPE, at, "a number is expected");
        }
        return Numbers.decimal(parser.getText(), at);
    }

    private Boolean flag(JsonToken token, String at) throws IOException {
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        String text = parser.getText().strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text) || NO.contains(text)) {
            notes.warn(Warning.W_TYPE_COERCED, at);
            return YES.contains(text);
        }
        throw new Refusal(RejectReason.E_TYPE, at, "yes or no is expected");
    }

    private String instantText(JsonToken token, String at) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT ? parser.getText() : string(token, at);
    }

    private String string(JsonToken token, String at) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw new Refusal(RejectReason.E_TYPE, at, "text is expected");
        }
        return parser.getText();
    }
}
