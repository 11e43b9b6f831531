// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.code.Spellings;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single JSON values by the kind of their field. */
final class Scalars {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "有", "√");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "无", "×");

    private static final int SHORT = 16;

    private final JsonParser parser;
    private final Times times;
    private final Notes notes;

    Scalars(JsonParser parser, Times times, Notes notes) {
        this.parser = parser;
        this.times = times;
        this.notes = notes;
    }

    @Nullable
    Object read(Plan.Slot slot, JsonToken token) throws IOException {
        String at = slot.at();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            throw new Refusal(RejectReason.E_TYPE, at, "a single value is expected");
        }
        if (token == JsonToken.VALUE_STRING
                && parser.getTextLength() <= SHORT
                && parser.getText().isBlank()) {
            return null;
        }
        return switch (slot.field().kind()) {
            case TEXT -> text(slot, token);
            case CODE -> code(slot, token);
            case INTEGER -> integer(slot, token);
            case NUMBER -> Numbers.measured(decimal(token, at), slot.field(), at);
            case FLAG -> flag(token, at);
            case DAY -> times.day(digitsOrText(token, at), at, notes);
            case MONTH -> times.month(digitsOrText(token, at), at);
            case INSTANT -> times.instant(digitsOrText(token, at), at, notes);
            case RECORD, RECORDS, TEXTS ->
                throw new IllegalStateException("Cannot read " + at + " as a single value: it is a "
                        + slot.field().kind());
        };
    }

    @Nullable
    String text(Plan.Slot slot, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            notes.warn(Warning.W_TYPE_COERCED, slot.at());
            return Texts.clean(number(slot, token), slot.field(), slot.at(), notes);
        }
        return Texts.clean(string(token, slot.at()), slot.field(), slot.at(), notes);
    }

    /** The digits of a number that stands for text. Programs that know no integers write 12345 as 12345.0. */
    private String number(Plan.Slot slot, JsonToken token) throws IOException {
        String text = parser.getText();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return text;
        }
        if (parser.isNaN()) {
            throw new Refusal(RejectReason.E_NUM_NONFINITE, slot.at(), "not a finite number");
        }
        boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        if (slot.field().identifier() && exponent) {
            throw new Refusal(RejectReason.E_ID_SCIENTIFIC, slot.at(), "a spreadsheet turned the id into a number");
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private @Nullable Code code(Plan.Slot slot, JsonToken token) throws IOException {
        Spellings spellings = Objects.requireNonNull(slot.spellings());
        String text = text(slot, token);
        if (text == null) {
            return null;
        }
        Code code = spellings.find(text);
        if (code != null) {
            return code;
        }
        notes.warn(Warning.W_ENUM_UNKNOWN, slot.at());
        notes.keepText(slot.at(), text);
        return spellings.unmapped();
    }

    private Long integer(Plan.Slot slot, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= 18) {
            return Numbers.checked(parser.getLongValue(), slot.field(), slot.at());
        }
        return Numbers.whole(decimal(token, slot.at()), slot.field(), slot.at());
    }

    private BigDecimal decimal(JsonToken token, String at) throws IOException {
        String text = parser.getText();
        if (token == JsonToken.VALUE_STRING) {
            notes.warn(Warning.W_TYPE_COERCED, at);
        } else if (!token.isNumeric()) {
            throw new Refusal(RejectReason.E_TYPE, at, "a number is expected");
        }
        return Numbers.decimal(text, at);
    }

    private Boolean flag(JsonToken token, String at) throws IOException {
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        String text = parser.getText();
        if (text.length() <= SHORT) {
            String folded =
                    Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
            if (YES.contains(folded) || NO.contains(folded)) {
                notes.warn(Warning.W_TYPE_COERCED, at);
                return YES.contains(folded);
            }
        }
        throw new Refusal(RejectReason.E_TYPE, at, "yes or no is expected");
    }

    private String digitsOrText(JsonToken token, String at) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT ? parser.getText() : string(token, at);
    }

    private String string(JsonToken token, String at) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw new Refusal(RejectReason.E_TYPE, at, "text is expected");
        }
        return parser.getText();
    }
}
