// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.mapping.EventRule;
import io.fieldback.imports.mapping.FieldRule;
import io.fieldback.imports.mapping.Origin;
import java.util.ArrayList;
import java.util.List;

/** Tells which of the amounts to add up a row only repeats, because its cell was filled from above. */
final class SumColumns {
    private SumColumns() {}

    static List<String> filled(EventRule rule, List<String> sum, Row row) {
        List<String> filled = new ArrayList<>();
        for (FieldRule field : rule.fields()) {
            if (sum.contains(field.name())
                    && field.value().origin() instanceof Origin.Column column
                    && row.filled(column.name())) {
                filled.add(field.name());
            }
        }
        return filled;
    }
}
