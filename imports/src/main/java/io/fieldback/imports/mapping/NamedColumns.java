// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the columns that the rules of a sheet name: a sheet without one of them is not the sheet that is meant. */
record NamedColumns(
        List<String> fillDown,
        List<RowFilter> skip,
        List<RowFilter> keep,
        @Nullable GroupRule group,
        @Nullable UnpivotRule unpivot,
        List<EventRule> events) {

    Set<String> required(Set<String> optional) {
        Set<String> named = new LinkedHashSet<>(fillDown);
        skip.forEach(filter -> filter.when().forEach(condition -> named.add(condition.column())));
        keep.forEach(filter -> filter.when().forEach(condition -> named.add(condition.column())));
        if (group != null) {
            named.addAll(group.by());
        }
        for (EventRule event : events) {
            event.when().forEach(condition -> named.add(condition.column()));
            add(named, event.id());
            event.fields().forEach(field -> add(named, field.value().origin()));
        }
        if (unpivot != null) {
            named.remove(unpivot.name());
            named.remove(unpivot.value());
        }
        named.removeAll(optional);
        named.removeIf(column -> column.startsWith("$"));
        return named;
    }

    private static void add(Set<String> named, IdRule id) {
        if (id instanceof IdRule.Template template) {
            named.addAll(Templates.columns(template.text()));
        } else if (id instanceof IdRule.Identity identity) {
            named.addAll(identity.columns());
        }
    }

    private static void add(Set<String> named, Origin origin) {
        if (origin instanceof Origin.Column column) {
            named.add(column.name());
        } else if (origin instanceof Origin.Template template) {
            named.addAll(Templates.columns(template.text()));
        } else if (origin instanceof Origin.DayAndTime pair) {
            named.add(pair.day());
            named.add(pair.time());
        }
        // Of Origin.First, any may be missing: that is what it is for.
    }
}
