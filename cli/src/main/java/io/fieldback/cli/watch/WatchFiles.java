// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people tell the watch, each file of it optional: {@code rules.yaml}, {@code products.csv}, {@code holidays.csv},
 * {@code severities.csv} and the groups of symptoms of {@code cases.yaml} of one folder.
 *
 * @param rules by which days are judged
 * @param reference what is known beside the cases
 */
public record WatchFiles(WatchRules rules, Reference reference) {
    /** Folder of these files in a warehouse. */
    public static final String FOLDER = "reference";
    /** File of rules in it. */
    public static final String RULES = "rules.yaml";

    /** Those that a warehouse has with it. */
    public static WatchFiles of(Path warehouse) {
        return in(warehouse.resolve(FOLDER));
    }

    /** Those of a folder. Throws if one of them makes no sense. */
    public static WatchFiles in(Path folder) {
        Path rules = folder.resolve(RULES);
        return new WatchFiles(
                Files.exists(rules) ? RulesFile.read(rules) : WatchRules.standard(),
                new Reference(
                        products(folder),
                        HolidaysFile.calendar(folder),
                        severities(folder),
                        CaseRulesFile.in(folder).symptomGroups()));
    }

    private static Map<String, Reference.Product> products(Path folder) {
        Map<String, Reference.Product> products = new HashMap<>();
        CsvRows rows = CsvRows.read(
                folder.resolve("products.csv"), List.of("productModel", "line", "series", "predecessor", "launchedOn"));
        for (CsvRows.Row row : rows.rows()) {
            LocalDate launched = row.day("launchedOn");
            products.put(
                    row.text("productModel"),
                    new Reference.Product(
                            row.text("productModel"),
                            row.textOrNull("line"),
                            row.textOrNull("series"),
                            row.textOrNull("predecessor"),
                            launched == null ? Occurrence.UNKNOWN : Math.toIntExact(launched.toEpochDay())));
        }
        return products;
    }

    private static Map<String, String> severities(Path folder) {
        Map<String, String> severities = new HashMap<>();
        for (CsvRows.Row row : CsvRows.read(folder.resolve("severities.csv"), List.of("code", "severity"))
                .rows()) {
            severities.put(row.text("code"), row.text("severity"));
        }
        return severities;
    }
}
