// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Moments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: what the columns of a foreign table mean. {@code docs/mapping.md} shows every part of it.
 *
 * @param place where it was read from, for messages
 * @param text the YAML it was read from
 * @param source the system the files come from
 * @param moments how days and times stand in the files
 * @param money how amounts stand in the files
 * @param wholePeriod whether a snapshot of the source is its full state at all times, not only for the days in it
 * @param sheets how sheets are read; the first that fits a sheet reads it
 */
public record Mapping(
        String place,
        String text,
        Source source,
        Moments moments,
        Money money,
        boolean wholePeriod,
        List<SheetRule> sheets) {
    /** Copies the list. */
    public Mapping {
        sheets = List.copyOf(sheets);
    }

    /** Reads a mapping file. Throws {@link MappingError} with file and line if it is not sound. */
    public static Mapping load(Path yaml) throws IOException {
        return parse(Files.readString(yaml, StandardCharsets.UTF_8), yaml.toString());
    }

    /** Reads a mapping from its text; {@code place} names it in messages. */
    public static Mapping parse(String yaml, String place) {
        return MappingReader.read(yaml, place);
    }

    /** The rule that reads a sheet of that name, or null if none does. */
    public @Nullable SheetRule ruleFor(String sheet) {
        return sheets.stream().filter(rule -> rule.reads(sheet)).findFirst().orElse(null);
    }
}
