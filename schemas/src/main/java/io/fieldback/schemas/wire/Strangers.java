// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** Fields that Fieldback does not know: kept as they came, within bounds. Counts the keys of the whole record. */
final class Strangers {
    private static final int MAX_KEYS = 4096;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Notes notes;
    private int keys;
    private boolean cloudEvent;

    Strangers(JsonParser parser, Notes notes) {
        this.parser = parser;
        this.notes = notes;
    }

    boolean cloudEvent() {
        return cloudEvent;
    }

    void countKey() {
        if (++keys > MAX_KEYS) {
            throw new Refusal(RejectReason.E_LIMIT_KEYS, null, "more than " + MAX_KEYS + " keys");
        }
    }

    /** Keeps the field whose value the parser stands at the start of. */
    void keep(String at) throws IOException {
        cloudEvent |= at.equals("specversion");
        JsonToken token = parser.currentToken();
        String json = token.isStructStart() ? structure(at) : scalar(token, at);
        if (Texts.brokenPair(at) || Texts.brokenPair(json)) {
            throw new Refusal(RejectReason.E_ENC_SURROGATE, null, "half of a surrogate pair");
        }
        notes.warn(Warning.W_FIELD_UNKNOWN, at);
        notes.keep(at, json);
    }

    private String scalar(JsonToken token, String at) throws IOException {
        refuseNotFinite(token, at);
        return token == JsonToken.VALUE_STRING ? Notes.quoted(parser.getText()) : parser.getText();
    }

    private String structure(String at) throws IOException {
        StringWriter raw = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(raw)) {
            copy(generator, at);
        }
        return raw.toString();
    }

    private void refuseNotFinite(JsonToken token, String at) throws IOException {
        if (token.isNumeric() && parser.isNaN()) {
            throw new Refusal(RejectReason.E_NUM_NONFINITE, at, "not a finite number");
        }
    }

    private void copy(JsonGenerator generator, String at) throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.FIELD_NAME) {
                countKey();
            }
            refuseNotFinite(token, at);
            if (token.isNumeric()) {
                generator.writeNumber(parser.getText());
            } else {
                generator.copyCurrentEvent(parser);
            }
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }
}
