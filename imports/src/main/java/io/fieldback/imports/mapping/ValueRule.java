// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one value is made.
 *
 * @param origin where it comes from
 * @param steps what is done with it, in order
 * @param otherwise the value when nothing comes of it
 * @param lenient whether a value that cannot be read is left out, and counted, instead of refusing the row
 * @param epoch unit of a bare number that is a time; null if it is a spreadsheet's serial number
 */
public record ValueRule(
        Origin origin, List<Step> steps, Cell otherwise, boolean lenient, Moments.@Nullable Epoch epoch) {
    /** Copies the steps. */
    public ValueRule {
        steps = List.copyOf(steps);
    }

    /** The plain content of a column. */
    static ValueRule column(String name) {
        return of(new Origin.Column(name));
    }

    static ValueRule of(Origin origin) {
        return new ValueRule(origin, List.of(), Cell.EMPTY, false, null);
    }
}
