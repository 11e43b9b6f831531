// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The summary of an import as a table for people. */
final class SummaryText {
    private static final Map<String, String> ZH = Map.ofEntries(
            Map.entry("blank", "空行"),
            Map.entry("header", "表头"),
            Map.entry("repeated-header", "重复表头"),
            Map.entry("above-header", "表头以上"),
            Map.entry("total", "合计行"),
            Map.entry("no-header", "未找到表头"),
            Map.entry("no-values", "无数值"),
            Map.entry("no-event-applies", "无适用规则"),
            Map.entry("sheet-not-mapped", "未映射的工作表"));

    private final ImportSummary summary;
    private final boolean chinese;
    private final StringBuilder out = new StringBuilder();

    SummaryText(ImportSummary summary, Locale locale) {
        this.summary = summary;
        this.chinese = locale.getLanguage().equals("zh");
        write();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void write() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                chinese
                        ? List.of("文件", "工作表", "读取行", "转为事件", "拒收", "跳过（原因）")
                        : List.of("file", "sheet", "rows", "mapped", "rejected", "skipped (why)"));
        for (ImportSummary.SheetLine line : summary.sheets()) {
            rows.add(List.of(
                    line.file(),
                    line.sheet(),
                    count(line.read()),
                    count(line.mapped()),
                    count(line.rejected()),
                    reasons(line.skipped())));
        }
        if (summary.sheets().size() > 1) {
            rows.add(List.of(
                    chinese ? "合计" : "total",
                    "",
                    count(summary.rowsRead()),
                    count(summary.rowsMapped()),
                    count(summary.rowsRejected()),
                    ""));
        }
        table(rows);
        line(chinese ? "事件" : "events", reasons(summary.events()));
        line(chinese ? "拒收原因" : "rejected", reasons(summary.rejected()));
        line(chinese ? "拒收位置" : "where", String.join("; ", summary.examples()));
        line(chinese ? "提示" : "noted", reasons(summary.notes()));
        Set<String> unused = new TreeSet<>();
        summary.sheets().forEach(sheet -> unused.addAll(sheet.unusedColumns()));
        line(chinese ? "未使用的列" : "columns not read", String.join(", ", unused));
        missing();
    }

    private void missing() {
        ImportSummary.Missing missing = summary.missing();
        if (missing == null) {
            return;
        }
        if (!missing.compared()) {
            out.append(
                    chinese
                            ? "没有先前的导入记录，无法比较哪些案例已不存在；本次已记录。\n"
                            : "Nothing to compare with: no earlier import is on record. This one is now.\n");
            return;
        }
        List<String> ids = new ArrayList<>();
        missing.ids().forEach((type, gone) -> gone.forEach(id -> ids.add(type + " " + id)));
        String shown = String.join(", ", ids.subList(0, Math.min(ids.size(), 50))) + (ids.size() > 50 ? ", …" : "");
        line(chinese ? "文件中已不存在" : "no longer in the file", missing.count() + (ids.isEmpty() ? "" : ": " + shown));
        if (missing.count() > 0 && missing.unreadable() > 0) {
            out.append(
                    chinese
                            ? "有 " + missing.unreadable() + " 行无法识别属于哪个案例，因此没有作废任何案例。\n"
                            : missing.unreadable()
                                    + " rows could not be read far enough to know their case, so nothing "
                                    + "was withdrawn: what seems gone may be among them.\n");
        } else if (missing.count() > 0) {
            out.append(
                    missing.voided()
                            ? (chinese ? "以上案例已作废。\n" : "They were withdrawn.\n")
                            : (chinese
                                    ? "以上案例未作废（使用 --void-missing 作废）。\n"
                                    : "They stand; --void-missing withdraws them.\n"));
        }
    }

    private void line(String label, String text) {
        if (!text.isEmpty()) {
            out.append(label).append(": ").append(text).append('\n');
        }
    }

    private String reasons(Map<String, Long> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((reason, count) ->
                parts.add((chinese ? ZH.getOrDefault(reason, reason) : reason) + " " + count(count)));
        return String.join(", ", parts);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - width(row.get(i)));
                boolean number = i >= 2 && i <= 4;
                text.append(number ? pad + row.get(i) : row.get(i) + pad).append("  ");
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    /** Columns on a terminal: a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }
}
