// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import io.fieldback.imports.cell.Words;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.imports.mapping.UnpivotRule;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a row of each value column of a wide sheet. */
final class Unpivot {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
    /** Months have no zone. */
    private static final Moments MONTHS = new Moments(ZoneOffset.UTC, Moments.Order.UNKNOWN, List.of());

    private final UnpivotRule rule;
    private final Header header;
    private final String sheet;
    private final List<Integer> columns = new ArrayList<>();

    Unpivot(UnpivotRule rule, SheetRule sheetRule, Header header, String sheet) {
        this.rule = rule;
        this.header = header;
        this.sheet = sheet;
        Set<Integer> others = new HashSet<>();
        sheetRule.required().forEach(name -> others.add(header.column(name)));
        sheetRule.columns().keySet().forEach(name -> others.add(header.column(name)));
        sheetRule.optional().forEach(name -> others.add(header.column(name)));
        for (int column = 0; column < header.width(); column++) {
            if (!others.contains(column) && isValue(column)) {
                columns.add(column);
            }
        }
    }

    /** The names of the value columns. */
    List<String> columnNames() {
        return columns.stream().map(header::text).toList();
    }

    List<SheetRow> apply(SheetRow row) {
        List<SheetRow> rows = new ArrayList<>(columns.size());
        for (int column : columns) {
            Cell value = row.cell("$" + io.fieldback.imports.file.Columns.letters(column));
            if (value.isEmpty()) {
                continue;
            }
            Cell name = header.cell(column);
            if (rule.headers() == UnpivotRule.Headers.MONTHS) {
                YearMonth month = MONTHS.monthOrNull(name, year(row));
                name = month == null ? name : Cell.text(month.toString());
            }
            rows.add(row.with(Map.of(rule.name(), name, rule.value(), value), column));
        }
        return rows;
    }

    private boolean isValue(int column) {
        Cell cell = header.cell(column);
        if (cell.isEmpty()) {
            return false;
        }
        return switch (rule.headers()) {
            // Any year will do to see whether it is a month at all.
            case MONTHS -> MONTHS.monthOrNull(cell, rule.year() == null ? null : 2000) != null;
            case REST -> !Words.isTotal(cell.asText());
            case LISTED ->
                rule.listed().stream().anyMatch(listed -> Words.header(listed).equals(Words.header(cell.asText())));
            case MATCHING ->
                rule.matching() != null
                        && rule.matching().matcher(cell.asText()).find();
        };
    }

    private @Nullable Integer year(SheetRow row) {
        if (rule.year() == null) {
            return null;
        }
        String text =
                rule.year().equals("$sheet") ? sheet : row.cell(rule.year()).asText();
        Matcher matcher = YEAR.matcher(text.isEmpty() ? rule.year() : text);
        return matcher.find() ? Integer.valueOf(matcher.group()) : null;
    }
}
