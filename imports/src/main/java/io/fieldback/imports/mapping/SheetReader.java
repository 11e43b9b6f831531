// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a sheet is read. */
final class SheetReader {
    private static final int DEFAULT_HEADER_SEARCH = 30;

    private final EventRuleReader events;

    SheetReader(NamedRules named) {
        this.events = new EventRuleReader(named);
    }

    SheetRule read(Yaml yaml) {
        Map<String, Yaml> keys = yaml.map(
                "sheet",
                "header",
                "columns",
                "optional",
                "fillDown",
                "merged",
                "totals",
                "skip",
                "keep",
                "explode",
                "unpivot",
                "group",
                "events");
        Yaml sheet = keys.get("sheet");
        Map<String, Yaml> header = header(keys.get("header"));
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Yaml columnsYaml = keys.get("columns");
        if (columnsYaml != null) {
            columnsYaml.entries().forEach((name, aliases) -> columns.put(name, aliases.texts()));
        }
        Yaml row = header.get("row");
        Yaml search = header.get("search");
        Yaml merged = keys.get("merged");
        Yaml totals = keys.get("totals");
        Yaml explode = keys.get("explode");
        List<String> fillDown = texts(keys.get("fillDown"));
        List<RowFilter> skip = filters(keys.get("skip"));
        List<RowFilter> keep = filters(keys.get("keep"));
        UnpivotRule unpivot = unpivot(keys.get("unpivot"));
        GroupRule group = group(keys.get("group"));
        List<EventRule> eventRules = new ArrayList<>();
        for (Yaml event : NamedRules.need(yaml, keys, "events").list()) {
            eventRules.add(events.read(event));
        }
        Set<String> optional = new LinkedHashSet<>(texts(keys.get("optional")));
        return new SheetRule(
                sheet == null ? List.of("*") : sheet.texts(),
                row == null || row.text().equals("auto") ? 0 : row.integer(),
                search == null ? DEFAULT_HEADER_SEARCH : search.integer(),
                columns,
                optional,
                new NamedColumns(fillDown, skip, keep, group, unpivot, eventRules).required(optional),
                fillDown,
                merged != null && merged.flag(),
                totals == null || totals.flag(),
                skip,
                keep,
                explode == null ? null : explode.text(),
                unpivot,
                group,
                eventRules);
    }

    private static Map<String, Yaml> header(@Nullable Yaml yaml) {
        return yaml == null ? Map.of() : yaml.map("row", "search");
    }

    private static List<String> texts(@Nullable Yaml yaml) {
        return yaml == null ? List.of() : yaml.texts();
    }

    private static List<RowFilter> filters(@Nullable Yaml yaml) {
        List<RowFilter> filters = new ArrayList<>();
        if (yaml != null) {
            for (Yaml item : yaml.list()) {
                Map<String, Yaml> keys = item.map("reason", "when");
                filters.add(new RowFilter(
                        NamedRules.need(item, keys, "reason").text(), conditions(NamedRules.need(item, keys, "when"))));
            }
        }
        return filters;
    }

    static List<Condition> conditions(Yaml yaml) {
        List<Condition> conditions = new ArrayList<>();
        for (Yaml item : yaml.list()) {
            Map<String, Yaml> keys = item.map("column", "is", "matches", "empty");
            Yaml is = keys.get("is");
            Yaml matches = keys.get("matches");
            Yaml empty = keys.get("empty");
            if (is == null && matches == null && empty == null) {
                throw item.error("one of is, matches, empty is expected");
            }
            conditions.add(new Condition(
                    NamedRules.need(item, keys, "column").text(),
                    is == null
                            ? List.of()
                            : is.texts().stream().map(Words::value).toList(),
                    matches == null ? null : ValueReader.pattern(matches),
                    empty == null ? null : empty.flag()));
        }
        return conditions;
    }

    private static @Nullable GroupRule group(@Nullable Yaml yaml) {
        if (yaml == null) {
            return null;
        }
        Map<String, Yaml> keys = yaml.map("by", "sum");
        List<String> by = NamedRules.need(yaml, keys, "by").texts();
        return new GroupRule(by, texts(keys.get("sum")));
    }

    private static @Nullable UnpivotRule unpivot(@Nullable Yaml yaml) {
        if (yaml == null) {
            return null;
        }
        Map<String, Yaml> keys = yaml.map("headers", "matching", "name", "value", "year");
        Yaml headers = keys.get("headers");
        Yaml matching = keys.get("matching");
        Yaml year = keys.get("year");
        UnpivotRule.Headers kind;
        List<String> listed = List.of();
        if (matching != null) {
            kind = UnpivotRule.Headers.MATCHING;
        } else if (headers == null || !headers.isList() && headers.text().equals("months")) {
            kind = UnpivotRule.Headers.MONTHS;
        } else if (!headers.isList() && headers.text().equals("rest")) {
            kind = UnpivotRule.Headers.REST;
        } else {
            kind = UnpivotRule.Headers.LISTED;
            listed = headers.texts();
        }
        Yaml name = keys.get("name");
        Yaml value = keys.get("value");
        return new UnpivotRule(
                kind,
                listed,
                matching == null ? null : ValueReader.pattern(matching),
                name == null ? "month" : name.text(),
                value == null ? "value" : value.text(),
                year == null ? null : year.text());
    }
}
