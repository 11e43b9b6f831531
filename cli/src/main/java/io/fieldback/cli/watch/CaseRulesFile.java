// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.imports.mapping.Yaml;
import io.fieldback.pipelines.rules.RuleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which rules single cases raise alerts, as people set them: {@code cases.yaml} of a warehouse's folder of reference
 * files, YAML or JSON. What is not named has its standard value. A file of its own, because {@code backtest --out} writes
 * that of the watch anew.
 */
public final class CaseRulesFile {
    /** Its name. */
    public static final String NAME = "cases.yaml";

    private static final String KIND = "rules of cases";

    private final Map<String, Yaml> values;

    private CaseRulesFile(Map<String, Yaml> values) {
        this.values = values;
    }

    /** The rules that a warehouse has with it, or the standard. Throws with file and line if the file is not sound. */
    public static RuleSettings of(Path warehouse) {
        return in(warehouse.resolve(WatchFiles.FOLDER));
    }

    /** The rules of a folder of reference files, or the standard. */
    static RuleSettings in(Path folder) {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? read(file) : RuleSettings.STANDARD;
    }

    /** The rules of a file. Throws with file and line if it is not sound. */
    public static RuleSettings read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + KIND + " " + file + ": " + e.getMessage(), e);
        }
        Yaml yaml = Yaml.parse(KIND, text, file.toString());
        CaseRulesFile rules = new CaseRulesFile(yaml.map(
                "safety-codes",
                "symptom-groups",
                "placeholders",
                "repeat-days",
                "intermediary-units",
                "fleet-units",
                "fleet-chance",
                "fleet-ratio",
                "fleet-excess"));
        try {
            return rules.settings();
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "Cannot read " + KIND + " " + file + ": " + refused.getMessage(), refused);
        }
    }

    private RuleSettings settings() {
        RuleSettings standard = RuleSettings.STANDARD;
        Set<String> placeholders = new LinkedHashSet<>(standard.placeholders());
        texts("placeholders").forEach(text -> placeholders.add(text.strip().toLowerCase(Locale.ROOT)));
        return new RuleSettings(
                texts("safety-codes"),
                groups(),
                placeholders,
                standard.pseudonyms(),
                whole("repeat-days", standard.repeatDays()),
                whole("intermediary-units", standard.intermediaryUnits()),
                whole("fleet-units", standard.fleetUnits()),
                number("fleet-chance", standard.fleetChance()),
                number("fleet-ratio", standard.fleetRatio()),
                number("fleet-excess", standard.fleetExcess()));
    }

    private Set<String> texts(String name) {
        Yaml value = values.get(name);
        return value == null ? Set.of() : new LinkedHashSet<>(value.texts());
    }

    /** Symptom code to its group; a code stands in one group only. */
    private Map<String, String> groups() {
        Map<String, String> groups = new HashMap<>();
        Yaml value = values.get("symptom-groups");
        for (Map.Entry<String, Yaml> group : value == null
                ? Set.<Map.Entry<String, Yaml>>of()
                : value.entries().entrySet()) {
            for (Yaml code : group.getValue().list()) {
                @Nullable String other = groups.put(code.text(), group.getKey());
                if (other != null) {
                    throw code.error("'" + code.text() + "' stands in group " + other + " already");
                }
            }
        }
        return groups;
    }

    private int whole(String name, int standard) {
        Yaml value = values.get(name);
        return value == null ? standard : value.integer();
    }

    private double number(String name, double standard) {
        Yaml value = values.get(name);
        if (value == null) {
            return standard;
        }
        try {
            return Double.parseDouble(value.text());
        } catch (NumberFormatException e) {
            throw value.error("'" + value.text() + "' is no number");
        }
    }
}
