// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.query.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that were put together in memory. */
final class Listing implements Rows {
    private final List<String> names;
    private final List<Boolean> figures;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private int at = -1;

    /** No rows; {@code figures} says of each column whether it stands at the right. */
    Listing(List<String> names, List<Boolean> figures) {
        this.names = List.copyOf(names);
        this.figures = List.copyOf(figures);
    }

    void add(List<@Nullable Object> row) {
        rows.add(row);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public boolean isFigure(int column) {
        return figures.get(column);
    }

    @Override
    public boolean next() {
        at++;
        return at < rows.size();
    }

    @Override
    public @Nullable Object value(int column) {
        return rows.get(at).get(column);
    }
}
