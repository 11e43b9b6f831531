// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of repairs under the headers of one company.
 *
 * @param file name of the workbook
 * @param sheet name of the sheet
 * @param titles rows above the header
 * @param columns from the left
 */
record Variant(String file, String sheet, List<String> titles, List<Column> columns) {
    /** Copies the lists. */
    Variant {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param header its header
     * @param field path of the event's field it fills; null if none
     * @param cell what stands in it for an order and the first of its lines
     */
    record Column(String header, @Nullable String field, BiFunction<Order, Order.Line, @Nullable Object> cell) {}

    /** Row of the header, 1 for the first of the sheet. */
    int headerRow() {
        return titles.size() + 1;
    }

    /** The sheet, a row for each order. */
    Grid grid(List<Order> orders) {
        Grid grid = new Grid(sheet);
        for (String title : titles) {
            grid.add(title);
        }
        grid.add(columns.stream().map(Column::header).toArray());
        for (Order order : orders) {
            @Nullable Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).cell().apply(order, order.lines().get(0));
            }
            grid.add(row);
        }
        return grid;
    }
}
