// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.cli.query.Rows;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An outcome as rows to be written: exactly for programs, in few digits for people. */
public final class OutcomeRows implements Rows {
    private static final String NOTHING = "–";

    private final Outcome outcome;
    private final BiFunction<Integer, Number, Object> figures;
    private final @Nullable String nothing;
    private int row = -1;

    private OutcomeRows(Outcome outcome, BiFunction<Integer, Number, Object> figures, @Nullable String nothing) {
        this.outcome = outcome;
        this.figures = figures;
        this.nothing = nothing;
    }

    /** All digits. */
    public static OutcomeRows exact(Outcome outcome) {
        return new OutcomeRows(outcome, (column, figure) -> figure, null);
    }

    /** As many digits as a reader can use, the same number of decimals down a column where that is possible. */
    public static OutcomeRows rounded(Outcome outcome) {
        List<Digits> digits = IntStream.range(0, outcome.columns().size())
                .mapToObj(column -> Digits.of(outcome.rows().stream().map(row -> row.get(column))))
                .toList();
        return new OutcomeRows(outcome, (column, figure) -> digits.get(column).text(figure.doubleValue()), NOTHING);
    }

    /** The same of a single row, a line for each column. */
    public static OutcomeRows upright(Outcome outcome, String name, String value) {
        OutcomeRows flat = rounded(outcome);
        flat.next();
        Outcome upright = Outcome.of(name + "," + value);
        for (int i = 0; i < outcome.columns().size(); i++) {
            upright.row(outcome.columns().get(i), flat.value(i));
        }
        return new OutcomeRows(upright, (column, figure) -> figure, NOTHING);
    }

    @Override
    public List<String> names() {
        return outcome.columns();
    }

    @Override
    public boolean isFigure(int column) {
        return outcome.rows().stream().map(row -> row.get(column)).anyMatch(value -> value instanceof Number);
    }

    @Override
    public boolean next() {
        return ++row < outcome.rows().size();
    }

    @Override
    public @Nullable Object value(int column) {
        Object value = outcome.rows().get(row).get(column);
        if (value instanceof Double number && Double.isInfinite(number)) {
            // As R writes it.
            return number > 0 ? "Inf" : "-Inf";
        }
        if (value instanceof Number number) {
            return figures.apply(column, number);
        }
        return value == null ? nothing : value;
    }
}
