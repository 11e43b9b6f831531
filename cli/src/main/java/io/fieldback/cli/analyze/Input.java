// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The table a method is given: texts by column, and the line each row stands on. */
public final class Input {
    private final String name;
    private final List<String> named;
    private final List<Line> lines;
    private final Map<String, Integer> index = new HashMap<>();

    /**
     * A row.
     *
     * @param number in the file, from 1
     * @param cells one a column, stripped
     */
    public record Line(int number, List<String> cells) {}

    /**
     * A table.
     *
     * @param name of the file, for messages
     * @param columns by the header; empty names are columns without one
     * @param lines of as many cells as there are columns
     */
    public Input(String name, List<String> columns, List<Line> lines) {
        this.name = name;
        this.named = columns.stream().filter(column -> !column.isEmpty()).toList();
        this.lines = List.copyOf(lines);
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && index.putIfAbsent(columns.get(i), i) != null) {
                throw refused("column " + columns.get(i) + " stands there twice");
            }
        }
        if (lines.isEmpty()) {
            throw refused("it has no rows below its header");
        }
    }

    /** Rows. */
    public int size() {
        return lines.size();
    }

    /** Names of the columns, in order. */
    public List<String> columns() {
        return named;
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return index.containsKey(column);
    }

    /** A cell as text; empty where it is not available. */
    public String text(int row, String column) {
        return lines.get(row).cells().get(at(column));
    }

    /** A cell as a number; not a number where it is not available. */
    public double number(int row, String column) {
        String text = text(row, column);
        try {
            return Numeral.of(text);
        } catch (IllegalArgumentException e) {
            throw refused(row, column, String.valueOf(e.getMessage()));
        }
    }

    /** A cell as a number that must be there. */
    public double present(int row, String column) {
        double number = number(row, column);
        if (Double.isNaN(number)) {
            throw refused(row, column, "it is empty");
        }
        return number;
    }

    /** A cell as a whole number that must be there and not be negative. */
    public long count(int row, String column) {
        double number = present(row, column);
        if (number < 0 || number != Math.rint(number) || number > 1L << 53) {
            throw refused(row, column, "'" + text(row, column) + "' is not a whole number from 0 on");
        }
        return (long) number;
    }

    /** A cell as a day that must be there. */
    public LocalDate day(int row, String column) {
        try {
            return LocalDate.parse(text(row, column));
        } catch (DateTimeParseException e) {
            throw refused(row, column, "'" + text(row, column) + "' is not a day such as 2026-01-31");
        }
    }

    /** A column of numbers that must be there. */
    public double[] present(String column) {
        double[] numbers = new double[size()];
        eachRow(row -> numbers[row] = present(row, column));
        return numbers;
    }

    /** A column of whole numbers that must be there and not be negative. */
    public long[] counts(String column) {
        long[] counts = new long[size()];
        eachRow(row -> counts[row] = count(row, column));
        return counts;
    }

    /** A column of texts. */
    public List<String> texts(String column) {
        List<String> texts = new ArrayList<>();
        eachRow(row -> texts.add(text(row, column)));
        return texts;
    }

    /** Does something with each row; what is refused there is told with its line. */
    public void eachRow(IntConsumer what) {
        for (int row = 0; row < size(); row++) {
            try {
                what.accept(row);
            } catch (RefusedInput | Misuse e) {
                throw e;
            } catch (IllegalArgumentException | ArithmeticException e) {
                String why = String.valueOf(e.getMessage());
                throw refused("line " + lines.get(row).number() + ": "
                        + (why.startsWith("Cannot") ? "cannot" + why.substring(6) : why));
            }
        }
    }

    /** The refusal of the whole. */
    public IllegalArgumentException refused(String why) {
        return new RefusedInput("Cannot analyze " + name + ": " + why);
    }

    /** The refusal of a cell. */
    public IllegalArgumentException refused(int row, String column, String why) {
        return refused("line " + lines.get(row).number() + ", column " + column + ": " + why);
    }

    private int at(String column) {
        Integer at = index.get(column);
        if (at == null) {
            throw refused("column " + column + " is missing; there is " + String.join(", ", columns()));
        }
        return at;
    }

    /** Told apart from refusals of the mathematics, which do not know the line. */
    private static final class RefusedInput extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        RefusedInput(String sentence) {
            super(sentence);
        }
    }
}
