// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fieldback.schemas.privacy.Masking;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Takes personal data out of {@link Reading.Accepted#extras()}: nobody said what those fields hold, so the value of one
 * whose name speaks of a person is replaced whole, and all others are masked as free text is.
 */
public final class Extras {
    /** What stands for the value of a field that names, or reaches, a person. */
    public static final String PERSONAL = "[personal]";

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern PERSON = Pattern.compile(
            "phone|mobile|^tel|tel(?:no)?$|contact|address|id.?card|identity|wechat|^qq$|e.?mail|birth|^name$"
                    + "|(?:customer|user|owner|buyer|caller|person|full|first|last|real|nick)s?.?name"
                    + "|姓名|电话|手机|地址|住址|联系|身份证|证件|微信|车牌|邮箱|用户名|客户名|生日",
            Pattern.CASE_INSENSITIVE);

    private Extras() {}

    /** The same JSON object without personal data. */
    public static String masked(String extras) {
        StringWriter clean = new StringWriter(extras.length());
        try (JsonParser parser = JSON.createParser(extras);
                JsonGenerator generator = JSON.createGenerator(clean)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    generator.writeFieldName(Masking.mask(parser.currentName()));
                    if (PERSON.matcher(parser.currentName()).find()) {
                        parser.nextToken();
                        parser.skipChildren();
                        generator.writeString(PERSONAL);
                    }
                } else {
                    value(parser, generator, token);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mask extras: they are no JSON", e);
        }
        return clean.toString();
    }

    private static void value(JsonParser parser, JsonGenerator generator, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            generator.copyCurrentEvent(parser);
            return;
        }
        String text = parser.getText();
        String masked = Masking.mask(text);
        if (token == JsonToken.VALUE_STRING || !masked.equals(text)) {
            generator.writeString(masked);
        } else {
            generator.writeNumber(text);
        }
    }
}
