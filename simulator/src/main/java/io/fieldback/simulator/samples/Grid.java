// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a sheet: texts, numbers, days, times, or nothing.
 *
 * @param sheet its name
 * @param rows from the top
 * @param merges blocks of merged cells
 */
record Grid(String sheet, List<List<@Nullable Object>> rows, List<Merge> merges) {
    /** A block of merged cells, counted from 0, ends included. */
    record Merge(int top, int left, int bottom, int right) {}

    Grid(String sheet) {
        this(sheet, new ArrayList<>(), new ArrayList<>());
    }

    /** Adds a row below. */
    void add(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell);
        }
        rows.add(row);
    }

    /** Number of rows so far, and so the position of the next. */
    int size() {
        return rows.size();
    }

    /** Merges a block. */
    void merge(int top, int left, int bottom, int right) {
        merges.add(new Merge(top, left, bottom, right));
    }
}
