// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.cell;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** English names of months, whole or of three letters. */
final class MonthName {
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private MonthName() {}

    /** The number of a month, 1 to 12; 0 if the text names none. */
    static int number(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int month = lower.length() < 3 ? 0 : NAMES.getOrDefault(lower.substring(0, 3), 0);
        return month > 0
                        && ("january february march april may june july august september sept october november december"
                                        + " jan feb mar apr jun jul aug sep oct nov dec ")
                                .matches(".*\\b" + Pattern.quote(lower) + "\\b.*")
                ? month
                : 0;
    }
}
