// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first table of a report as CSV (RFC 4180): keys as header, numbers without separators, absent values empty. */
public final class CsvReport {
    private CsvReport() {}

    /** The table; of a refusal, one column with the sentence. */
    public static String render(Report report) {
        List<Block.Grid> grids = report.grids();
        return grids.isEmpty() ? "refusal\r\n" + quoted(report.takeaway()) + "\r\n" : render(grids.get(0));
    }

    /** One table. */
    public static String render(Block.Grid grid) {
        StringBuilder out = new StringBuilder();
        out.append(grid.headings().stream().map(Heading::key).collect(Collectors.joining(",")))
                .append("\r\n");
        for (List<@Nullable Object> row : grid.rows()) {
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "" : ",").append(cell(grid.headings().get(i), row.get(i)));
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    private static String cell(Heading heading, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (heading.kind() == Heading.Kind.MONTH) {
            return ((LocalDate) value).toString().substring(0, 7);
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
