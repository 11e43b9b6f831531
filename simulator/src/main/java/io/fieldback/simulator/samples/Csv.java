// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a grid as a spreadsheet program saves it: what is shown, merged cells empty but for the first. */
final class Csv {
    private static final Charset GBK = Charset.forName("GBK");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/M/d H:mm", Locale.ROOT);

    private Csv() {}

    /** The bytes in GBK, lines ended as Windows does. */
    static byte[] gbk(Grid grid) {
        int width = grid.rows().stream().mapToInt(List::size).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (List<@Nullable Object> row : grid.rows()) {
            for (int column = 0; column < width; column++) {
                text.append(column == 0 ? "" : ",");
                text.append(column < row.size() ? quoted(shown(row.get(column))) : "");
            }
            text.append("\r\n");
        }
        return text.toString().getBytes(GBK);
    }

    private static String shown(@Nullable Object cell) {
        if (cell instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (cell instanceof LocalDate day) {
            return DAY.format(day);
        }
        return cell == null ? "" : cell.toString();
    }

    private static String quoted(String text) {
        boolean special = text.contains(",") || text.contains("\"") || text.contains("\n");
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
