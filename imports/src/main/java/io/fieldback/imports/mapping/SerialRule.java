// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a serial number tells: plant, production day, batch. The forms are tried in order; the first that matches wins.
 *
 * @param name of the rule in the mapping
 * @param forms in order
 */
public record SerialRule(String name, List<Form> forms) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|([\\w-]+))?}");

    /** Copies the forms. */
    public SerialRule {
        forms = List.copyOf(forms);
    }

    /**
     * One form of serial number.
     *
     * @param match the whole serial number must match it
     * @param parts named parts: groups of {@code match}, or characters by position
     * @param outputs by field, a text with {@code {part}} or {@code {part|table}}
     * @param tables for the letters that stand for years or months
     */
    public record Form(
            Pattern match, Map<String, Step.Part> parts, Map<String, String> outputs, Map<String, ValueTable> tables) {
        @Nullable
        String read(String serial, String output) {
            Matcher matcher = match.matcher(serial);
            String template = outputs.get(output);
            if (template == null || !matcher.matches()) {
                return null;
            }
            Matcher placeholder = PLACEHOLDER.matcher(template);
            StringBuilder text = new StringBuilder();
            while (placeholder.find()) {
                String part = part(serial, matcher, placeholder.group(1));
                if (part == null) {
                    return null;
                }
                String table = placeholder.group(2);
                if (table != null) {
                    ValueTable values = tables.get(table);
                    part = values == null ? part : values.apply(Cell.text(part)).asText();
                }
                placeholder.appendReplacement(text, Matcher.quoteReplacement(part));
            }
            return placeholder.appendTail(text).toString();
        }

        private @Nullable String part(String serial, Matcher matcher, String name) {
            Step.Part part = parts.get(name);
            return part != null ? part.apply(Cell.text(serial)).asText() : matcher.group(name);
        }

        /** The names of the parts a template may use. */
        static List<String> placeholders(String template) {
            return PLACEHOLDER.matcher(template).results().map(r -> r.group(1)).toList();
        }

        /** The names of the tables a template uses. */
        static List<String> tablesOf(String template) {
            return PLACEHOLDER
                    .matcher(template)
                    .results()
                    .filter(r -> r.group(2) != null)
                    .map(r -> r.group(2))
                    .toList();
        }
    }

    /** What this rule reads from a serial number for a field; null if no form matches or none gives that field. */
    public @Nullable String read(String serial, String output) {
        String plain = Words.plain(serial).toUpperCase(Locale.ROOT);
        for (Form form : forms) {
            String read = form.read(plain, output);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    /**
     * The step that reads one output of a rule.
     *
     * @param rule the rule
     * @param output name of the output
     */
    public record Decoded(SerialRule rule, String output) implements Step {
        @Override
        public Cell apply(Cell cell) {
            String read = rule.read(cell.asText(), output);
            return read == null ? Cell.EMPTY : Cell.text(read);
        }
    }
}
