// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.verify;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * By which rules repeats are recounted: those that the warehouse's job raises alerts by.
 *
 * @param fingerprint of the rules, as it stands in the alerts they raised
 * @param repeatDays a case repeats one of at most so many days before
 * @param intermediaryUnits a customer with more units reports for others
 * @param placeholders customer ids that name nobody, in lower case
 * @param symptomGroups symptom code to its group
 */
public record CaseRules(
        String fingerprint,
        int repeatDays,
        int intermediaryUnits,
        Set<String> placeholders,
        Map<String, String> symptomGroups) {
    /** The rules as they come. */
    public static final CaseRules STANDARD = new CaseRules(
            "c2a2bfe5acfb8074",
            90,
            5,
            Set.of("0", "-", "/", "n/a", "na", "none", "null", "unknown", "test", "walk-in", "无", "未知", "散客", "匿名"),
            Map.of());

    /** Copies set and map. */
    public CaseRules {
        placeholders = Set.copyOf(placeholders);
        symptomGroups = Map.copyOf(symptomGroups);
    }

    /** A check with these rules in the places that it leaves for them. */
    String in(String sql) {
        String names = new TreeSet<>(placeholders).stream().map(CaseRules::text).collect(Collectors.joining(", "));
        return sql.replace("{rules}", fingerprint)
                .replace("{repeat_days}", Integer.toString(repeatDays))
                .replace("{intermediary_units}", Integer.toString(intermediaryUnits))
                .replace("{placeholders}", "'', " + names)
                .replace("{symptom_group}", group());
    }

    private String group() {
        if (symptomGroups.isEmpty()) {
            return "identified.symptom_code";
        }
        return new TreeMap<>(symptomGroups)
                .entrySet().stream()
                        .map(entry -> " when " + text(entry.getKey()) + " then " + text(entry.getValue()))
                        .collect(Collectors.joining(
                                "", "case identified.symptom_code", " else identified.symptom_code end"));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
