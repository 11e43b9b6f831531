// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import io.fieldback.schemas.code.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record.
 *
 * @param name as in JSON, camelCase
 * @param column as in tables, snake_case
 * @param kind what it holds
 * @param shape of the record or of each record of the list; null for the other kinds
 * @param codes the values known of a {@link Kind#CODE} field, in declaration order; empty for the other kinds
 * @param doc one sentence with the unit
 * @param required whether an event without it is refused
 * @param identifier see {@link Identifier}
 * @param freeText see {@link FreeText}
 * @param credit see {@link Credit}
 * @param planned see {@link Planned}
 */
public record Field(
        String name,
        String column,
        Kind kind,
        @Nullable Shape<?> shape,
        List<Code> codes,
        String doc,
        boolean required,
        boolean identifier,
        boolean freeText,
        boolean credit,
        boolean planned) {

    /** The shape of the record or records this field holds. Throws if it holds none. */
    public Shape<?> nested() {
        if (shape == null) {
            throw new IllegalStateException("Cannot open field " + name + ": a " + kind + " has no parts");
        }
        return shape;
    }

    /** {@code causeCode} as {@code cause_code}. */
    static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
