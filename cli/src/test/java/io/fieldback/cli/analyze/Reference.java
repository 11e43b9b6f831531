// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of reference values, or one that a command printed: texts by column.
 *
 * @param columns of the header
 * @param rows in order
 */
record Reference(List<String> columns, List<Map<String, String>> rows) {
    private static final Path BESIDE = Run.root().resolve("../shared/fixtures");
    private static final Path FREE = Run.root().resolve("statistics/src/test/resources/fixtures");

    /** The file of a name: beside the project, where all are, else the free one. */
    static Optional<Path> file(String name) {
        return List.of(BESIDE.resolve(name), FREE.resolve(name)).stream()
                .filter(Files::exists)
                .findFirst();
    }

    /** The table of a name, if it is there. */
    static Optional<Reference> find(String name) {
        return file(name).map(file -> {
            try {
                return parse(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The rows of a list of calls; none if it is not there. */
    static List<Map<String, String>> calls(String name) {
        return find(name).map(Reference::rows).orElse(List.of());
    }

    /** A table of comma-separated values; no value has a line break. */
    static Reference parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        List<String> columns = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return new Reference(columns, rows);
    }

    private static List<String> cells(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
