// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of reference values: from the test's resources if it is free, else from beside the project.
 *
 * @param name file under the folder of fixtures
 * @param rows in the order of the file
 */
public record Fixture(String name, List<Row> rows) {
    private static final Path BESIDE = Path.of("..", "..", "shared", "fixtures");

    /** A row by the names of its columns. */
    public record Row(Map<String, String> cells) {
        /** The text of a cell; empty where not available. */
        public String text(String column) {
            return Optional.ofNullable(cells.get(column))
                    .orElseThrow(() -> new IllegalArgumentException("Cannot read column " + column + ": " + cells));
        }

        /** The number of a cell; NaN where it is empty. */
        public double number(String column) {
            String text = text(column);
            return switch (text) {
                case "", "NA", "NaN" -> Double.NaN;
                case "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        }

        /** The whole number of a cell. */
        public long whole(String column) {
            return (long) number(column);
        }
    }

    /** The table beside the project, which holds all, else the free one; empty where neither is. */
    public static Optional<Fixture> find(String name) {
        Path beside = BESIDE.resolve(name);
        if (Files.exists(beside)) {
            try {
                return Optional.of(parse(name, Files.readString(beside)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return free(name);
    }

    /** The table from the test's resources, which stands in every copy of the project. */
    public static Optional<Fixture> free(String name) {
        try (InputStream stream = Fixture.class.getResourceAsStream("/fixtures/" + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A free table that must be there. */
    public static Fixture required(String name) {
        return free(name).orElseThrow(() -> new IllegalArgumentException("Cannot find fixture " + name));
    }

    private static Fixture parse(String name, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> columns = cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            rows.add(new Row(
                    IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, cells::get))));
        }
        return new Fixture(name, rows);
    }

    private static List<String> cells(String line) {
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
