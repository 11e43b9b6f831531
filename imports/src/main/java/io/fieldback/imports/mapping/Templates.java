// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text with {@code {column}} in it. */
public final class Templates {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private Templates() {}

    /** The columns a template names. */
    public static List<String> columns(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(result -> result.group(1).strip())
                .toList();
    }

    /** The text with the cells in place; null if one of them is empty. */
    public static @Nullable String fill(String template, Function<String, Cell> cells) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Cell cell = cells.apply(matcher.group(1).strip());
            if (cell.isEmpty()) {
                return null;
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(cell.asText()));
        }
        return matcher.appendTail(text).toString();
    }
}
