// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts how many values that a method printed are those of its references. */
final class Tally {
    private static final int SHOWN = 8;

    private final String method;
    private final Path home;
    private final List<String> misses = new ArrayList<>();
    private int values;
    private int tables;

    Tally(String method, Path home) {
        this.method = method;
        this.home = home;
    }

    /** How near a value of a column must be. */
    interface Tolerance {
        /** Relative and absolute distance allowed, whichever is more. */
        double[] of(String column);
    }

    /** Runs the method on a fixture and gives what it printed; nothing where the fixture is not there. */
    List<Map<String, String>> run(String input, Map<String, String> parameters) {
        return Reference.file(input).map(file -> run(file, parameters)).orElse(List.of());
    }

    /** Runs the method on a file and gives what it printed. */
    List<Map<String, String>> run(Path file, Map<String, String> parameters) {
        List<Object> words = new ArrayList<>(List.of("analyze", method, "--input", file, "--format", "csv"));
        parameters.forEach((name, value) -> words.addAll(List.of("--param", name + "=" + value)));
        Run run = Run.of(home, words.toArray());
        assertThat(run.exit()).as(words + ": " + run.err()).isZero();
        return Reference.parse(run.out()).rows();
    }

    /** Holds what was printed against the reference, row by row, in all columns but those left out. */
    void hold(
            String what,
            List<Map<String, String>> printed,
            List<Map<String, String>> expected,
            Tolerance tolerance,
            Set<String> leftOut) {
        tables++;
        assertThat(printed).as(method + " " + what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            for (Map.Entry<String, String> cell : expected.get(i).entrySet()) {
                String column = cell.getKey();
                if (!leftOut.contains(column)) {
                    String actual = String.valueOf(printed.get(i).get(column));
                    check(what, i + 1, column, actual, cell.getValue(), tolerance);
                }
            }
        }
    }

    /** Holds one value. */
    void check(String what, int row, String column, String actual, String expected, Tolerance tolerance) {
        values++;
        if (!actual.equals(expected) && !isNear(actual, expected, tolerance.of(column))) {
            misses.add(what + " row " + row + " " + column + ": '" + actual + "' instead of '" + expected + "'");
        }
    }

    private static boolean isNear(String actual, String expected, double[] tolerance) {
        try {
            double distance = Math.abs(number(actual) - number(expected));
            return distance <= tolerance[0] * Math.abs(number(expected)) || distance <= tolerance[1];
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Prints the count and fails unless all agree. */
    void report() {
        System.out.printf(
                "analyze %s: %d of %d values agree, in %d tables%n", method, values - misses.size(), values, tables);
        assertThat(values).as("values of " + method).isPositive();
        assertThat(misses.subList(0, Math.min(SHOWN, misses.size())))
                .as(method + ": " + misses.size() + " of " + values + " differ")
                .isEmpty();
    }

    private static double number(String text) {
        return text.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
