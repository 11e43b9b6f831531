// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from all days of a sheet together whether the day or the month comes first in them. */
final class DayOrder {
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}\\b.*");

    private DayOrder() {}

    /** {@code dmy}, {@code mdy}, or null where nothing or too much tells. */
    static @Nullable String of(List<ColumnSample> columns) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (ColumnSample column : columns) {
            for (Cell cell : column.cells()) {
                Matcher matcher = cell instanceof Cell.Text text
                        ? YEAR_LAST.matcher(text.text().strip())
                        : null;
                if (matcher != null && matcher.matches()) {
                    dayFirst |= Integer.parseInt(matcher.group(1)) > 12;
                    monthFirst |= Integer.parseInt(matcher.group(2)) > 12;
                }
            }
        }
        return dayFirst == monthFirst ? null : dayFirst ? "dmy" : "mdy";
    }
}
