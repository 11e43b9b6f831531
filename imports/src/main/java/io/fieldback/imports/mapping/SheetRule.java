// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one kind of sheet are read.
 *
 * @param names of the sheets, with {@code *} for any characters
 * @param headerRow number of the header row, or 0 to search it
 * @param headerSearch how many rows to search
 * @param columns headers by the name under which the rules speak of a column
 * @param optional columns that a sheet may lack
 * @param required columns that a sheet must have: all that the rules name, but for the optional ones
 * @param fillDown columns whose empty cells take the value above
 * @param merged whether merged cells count as filled
 * @param totals whether rows that start with a word for "total" are skipped
 * @param skip rows that are no events
 * @param keep conditions that a row must meet to be read
 * @param explode path of a list inside a foreign record, each item of which becomes a row
 * @param unpivot how a wide sheet is read
 * @param group how several rows make one event
 * @param events what each row, or group of rows, gives
 */
public record SheetRule(
        List<String> names,
        int headerRow,
        int headerSearch,
        Map<String, List<String>> columns,
        Set<String> optional,
        Set<String> required,
        List<String> fillDown,
        boolean merged,
        boolean totals,
        List<RowFilter> skip,
        List<RowFilter> keep,
        @Nullable String explode,
        @Nullable UnpivotRule unpivot,
        @Nullable GroupRule group,
        List<EventRule> events) {
    /** Copies the collections. */
    public SheetRule {
        names = List.copyOf(names);
        optional = Set.copyOf(optional);
        required = Set.copyOf(required);
        fillDown = List.copyOf(fillDown);
        skip = List.copyOf(skip);
        keep = List.copyOf(keep);
        events = List.copyOf(events);
    }

    /** Whether this rule reads a sheet of that name. */
    public boolean reads(String sheet) {
        return names.stream().anyMatch(name -> glob(name).matcher(sheet.strip()).matches());
    }

    /** Whether it names this very sheet, without a star. */
    public boolean names(String sheet) {
        return names.stream().anyMatch(name -> name.indexOf('*') < 0 && reads(sheet));
    }

    private static Pattern glob(String name) {
        String[] parts = name.strip().split("\\*", -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
