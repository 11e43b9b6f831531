// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.mapping.EventRule;
import io.fieldback.imports.mapping.IdRule;
import io.fieldback.imports.mapping.Origin;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.imports.mapping.Templates;
import io.fieldback.imports.mapping.ValueRule;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the columns whose content reaches an event, so that the others can be named. */
final class UsedColumns {
    private UsedColumns() {}

    static Set<String> of(SheetRule rule, @Nullable Unpivot unpivot) {
        Set<String> used = new HashSet<>(rule.required());
        used.addAll(rule.columns().keySet());
        used.addAll(rule.optional());
        for (EventRule event : rule.events()) {
            if (event.id() instanceof IdRule.Template template) {
                used.addAll(Templates.columns(template.text()));
            }
            event.fields().forEach(field -> add(used, field.value()));
        }
        if (unpivot != null) {
            used.addAll(unpivot.columnNames());
        }
        return used;
    }

    private static void add(Set<String> used, ValueRule rule) {
        if (rule.origin() instanceof Origin.Column column) {
            used.add(column.name());
        } else if (rule.origin() instanceof Origin.First first) {
            first.rules().forEach(each -> add(used, each));
        }
    }
}
