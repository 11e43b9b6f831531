// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.file.Columns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the parts of a mapping file. */
final class MappingText {
    private MappingText() {}

    static String head(Path file, LocalDate goLive) {
        String name = String.valueOf(file.getFileName());
        return "# A proposal for " + name.replaceAll("\\s+", " ") + ", guessed from its headers and cells.\n"
                + "# Correct what is wrong and import again with --map and this file; docs/mapping.md shows all that it may say.\n"
                + "# 这是根据表头和单元格内容推测的映射，请修改有误之处，再用 --map 导入。\n"
                + "source:\n"
                + "  name: " + quoted(name.replaceAll("\\.(xlsx|csv|txt|tsv)(\\.gz)?$", "")) + "\n"
                + "  # Times in the file carry no zone; they are of this one. 文件中的时间按此时区理解。\n"
                + "  zone: Asia/Shanghai\n"
                + "  # What happened before this day is history. 此日之前发生的视为历史数据。\n"
                + "  goLive: " + goLive + "\n";
    }

    /** A text in double quotes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** How the rules speak of a column: by its header where that tells it from the others, else by its letters. */
    static String reference(List<String> headers, int column) {
        String header = headers.get(column);
        Set<String> others = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            if (i != column) {
                others.add(io.fieldback.imports.cell.Words.header(headers.get(i)));
            }
        }
        boolean plain = !header.isBlank()
                && !header.contains("{")
                && !header.contains("}")
                && !header.startsWith("$")
                && !header.matches("\\w+ *\\+ *\\d+ ?(d|h|min)")
                && !others.contains(io.fieldback.imports.cell.Words.header(header));
        return plain ? header : "$" + Columns.letters(column);
    }

    /** A list of texts in one line. */
    static String list(List<String> texts) {
        return texts.stream().map(MappingText::quoted).toList().toString();
    }

    /** A comment that fits on its line. */
    static String comment(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.isEmpty() ? "" : "  # " + line;
    }
}
