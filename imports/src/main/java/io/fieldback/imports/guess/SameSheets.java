// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the sheets that hold the same table as the best one: often there is one for each month. */
final class SameSheets {
    private SameSheets() {}

    static List<String> of(SheetSample best, List<SheetSample> samples, List<String> needed) {
        return samples.stream()
                .filter(sample -> {
                    Set<String> headers = new HashSet<>();
                    sample.headers().forEach(header -> headers.add(Words.header(header)));
                    return sample.name().equals(best.name())
                            || needed.stream()
                                    .filter(name -> !name.startsWith("$"))
                                    .allMatch(name -> headers.contains(Words.header(name)));
                })
                .map(SheetSample::name)
                .toList();
    }

    /** The `sheet` line of a mapping: a star for a book of one sheet, whose name may change from file to file. */
    static String line(List<String> sheets, int sheetsInBook) {
        return sheetsInBook == 1 ? "  - sheet: \"*\"\n" : "  - sheet: " + MappingText.list(sheets) + "\n";
    }
}
