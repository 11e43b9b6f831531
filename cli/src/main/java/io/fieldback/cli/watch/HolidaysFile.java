// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.pipelines.detection.WorkDays;
import io.fieldback.pipelines.detection.WorkDays.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code holidays.csv}: days off, and days of a weekend that are worked in their place, by the column {@code kind}. */
final class HolidaysFile {
    private static final Map<String, Kind> KINDS = Map.of("off", Kind.OFF, "make-up", Kind.MAKE_UP);

    private HolidaysFile() {}

    /** China's, unless there is a file: then the days in it, and no others. */
    static WorkDays calendar(Path folder) {
        Path file = folder.resolve("holidays.csv");
        if (!Files.exists(file)) {
            return WorkDays.china();
        }
        Map<Integer, Kind> kinds = new HashMap<>();
        for (CsvRows.Row row : CsvRows.read(file, List.of("day", "kind")).rows()) {
            LocalDate day = row.day("day");
            Kind kind = kind(row);
            if (day != null) {
                Kind before = kinds.put(Math.toIntExact(day.toEpochDay()), kind);
                if (before != null && before != kind) {
                    throw new IllegalArgumentException("Cannot read " + file + ", line " + row.line() + ": day " + day
                            + " is both off and make-up");
                }
            }
        }
        return day -> kinds.getOrDefault(day, Kind.USUAL);
    }

    private static Kind kind(CsvRows.Row row) {
        String text = row.textOrNull("kind");
        Kind kind = text == null ? Kind.OFF : KINDS.get(text);
        if (kind == null) {
            throw new IllegalArgumentException("Cannot read " + row.file() + ", line " + row.line() + ": kind " + text
                    + " is neither off nor make-up");
        }
        return kind;
    }
}
