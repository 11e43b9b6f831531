// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Moments;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file from top to bottom. */
final class MappingReader {
    private static final String DEFAULT_ZONE = "Asia/Shanghai";

    private MappingReader() {}

    static Mapping read(String text, String place) {
        Yaml yaml = Yaml.parse(text, place);
        Map<String, Yaml> root =
                yaml.map("source", "dates", "money", "snapshot", "tables", "keywords", "ranges", "serials", "sheets");
        Yaml sourceYaml = NamedRules.need(yaml, root, "source");
        Map<String, Yaml> source = sourceYaml.map("name", "goLive", "zone", "licence", "note");
        Yaml snapshot = root.get("snapshot");
        NamedRules named = NamedRules.read(root);
        SheetReader sheetReader = new SheetReader(named);
        List<SheetRule> sheets = new ArrayList<>();
        for (Yaml sheet : NamedRules.need(yaml, root, "sheets").list()) {
            sheets.add(sheetReader.read(sheet));
        }
        if (sheets.isEmpty()) {
            throw yaml.error("'sheets' names no sheet");
        }
        return new Mapping(
                place,
                text,
                new Source(
                        NamedRules.need(sourceYaml, source, "name").text(),
                        goLive(source.get("goLive")),
                        textOrNull(source.get("licence"))),
                moments(zone(source.get("zone")), root.get("dates")),
                money(root.get("money")),
                snapshot != null && snapshot.choice("period", "all").equals("all"),
                sheets);
    }

    private static @Nullable LocalDate goLive(@Nullable Yaml yaml) {
        if (yaml == null || yaml.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(yaml.text());
        } catch (DateTimeException e) {
            throw yaml.error("'" + yaml.text() + "' is no day like 2026-01-31");
        }
    }

    private static ZoneId zone(@Nullable Yaml yaml) {
        if (yaml == null) {
            return ZoneId.of(DEFAULT_ZONE);
        }
        try {
            return ZoneId.of(yaml.text());
        } catch (DateTimeException e) {
            throw yaml.error("'" + yaml.text() + "' is no time zone like Asia/Shanghai");
        }
    }

    private static Moments moments(ZoneId zone, @Nullable Yaml yaml) {
        if (yaml == null) {
            return new Moments(zone, Moments.Order.UNKNOWN, List.of());
        }
        Map<String, Yaml> keys = yaml.map("order", "formats");
        Yaml orderYaml = keys.get("order");
        Moments.Order order = Moments.Order.UNKNOWN;
        if (orderYaml != null) {
            order = switch (orderYaml.choice("ymd", "dmy", "mdy")) {
                case "dmy" -> Moments.Order.DAY_FIRST;
                case "mdy" -> Moments.Order.MONTH_FIRST;
                default -> Moments.Order.UNKNOWN;
            };
        }
        List<DateTimeFormatter> formats = new ArrayList<>();
        Yaml formatsYaml = keys.get("formats");
        if (formatsYaml != null) {
            for (Yaml format : formatsYaml.list()) {
                try {
                    formats.add(DateTimeFormatter.ofPattern(format.text(), Locale.ENGLISH));
                } catch (IllegalArgumentException e) {
                    throw format.error("'" + format.text() + "' is no date format like d.M.yyyy: " + e.getMessage());
                }
            }
        }
        return new Moments(zone, order, formats);
    }

    private static Money money(@Nullable Yaml yaml) {
        if (yaml == null) {
            return new Money(2, false);
        }
        Map<String, Yaml> keys = yaml.map("digits", "unit");
        Yaml digits = keys.get("digits");
        Yaml unit = keys.get("unit");
        return new Money(
                digits == null ? 2 : digits.integer(),
                unit != null && unit.choice("major", "minor").equals("minor"));
    }

    private static @Nullable String textOrNull(@Nullable Yaml yaml) {
        return yaml == null ? null : yaml.text();
    }
}
