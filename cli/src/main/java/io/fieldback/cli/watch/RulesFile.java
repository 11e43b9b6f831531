// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.pipelines.detection.WatchRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rules of the watch as a file: one {@code name: number} a line, as YAML has it; a JSON object of numbers reads the same.
 * What is not named has its standard value.
 */
public final class RulesFile {
    private RulesFile() {}

    /** The rules of a file. Throws if it names what does not exist, or gives what is no number. */
    public static WatchRules read(Path file) {
        Map<String, Double> given = new LinkedHashMap<>();
        int line = 0;
        for (String text : text(file).lines().toList()) {
            line++;
            // A JSON object on lines of its own differs from flat YAML by braces, quotes and commas only.
            for (String entry :
                    text.replaceAll("#.*", "").replaceAll("[{}\"]", "").split(",", -1)) {
                if (!entry.isBlank()) {
                    entry(file, line, entry.strip(), given);
                }
            }
        }
        try {
            return WatchRules.of(given);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("Cannot read rules " + file + ": " + refused.getMessage(), refused);
        }
    }

    /** Writes rules, every value of them. {@code why} are lines of comment above. */
    public static void write(Path file, WatchRules rules, String why) {
        StringBuilder text = new StringBuilder();
        why.lines().forEach(each -> text.append("# ").append(each).append('\n'));
        rules.settings()
                .forEach((name, value) -> text.append(name)
                        .append(": ")
                        .append(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                        .append('\n'));
        try {
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write rules " + file + ": " + e.getMessage(), e);
        }
    }

    private static void entry(Path file, int line, String entry, Map<String, Double> given) {
        int colon = entry.indexOf(':');
        String name = colon < 0 ? entry : entry.substring(0, colon).strip();
        String value = colon < 0 ? "" : entry.substring(colon + 1).strip();
        try {
            if (given.put(name, Double.valueOf(value)) != null) {
                throw new IllegalArgumentException(
                        "Cannot read rules " + file + ", line " + line + ": " + name + " stands there twice");
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot read rules " + file + ", line " + line + ": " + name + " has no number", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read rules " + file + ": " + e.getMessage(), e);
        }
    }
}
