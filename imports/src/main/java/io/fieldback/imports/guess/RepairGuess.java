// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import io.fieldback.imports.file.Columns;
import io.fieldback.imports.file.RawRow;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.FittedPart;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses what a sheet of repair orders holds. */
final class RepairGuess {
    private static final List<String> DAYS = List.of("failedOn", "reportedAt", "arrivedAt", "completedAt");

    private final Path file;
    private final SheetSample sheet;
    private final List<SheetSample> samples;
    private final int sheetsInBook;
    private final List<String> headers;
    private final List<ColumnSample> columns;
    private final List<ColumnGuess> guesses = new ArrayList<>();
    private final Map<String, Integer> byField = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final StringBuilder rules = new StringBuilder();

    RepairGuess(Path file, Vocabulary vocabulary, SheetSample sheet, List<SheetSample> samples, int sheetsInBook) {
        this.file = file;
        this.sheet = sheet;
        this.samples = samples;
        this.sheetsInBook = sheetsInBook;
        this.headers = sheet.headers();
        this.columns = sheet.columns();
        assign(vocabulary);
    }

    Guess guess() {
        String body = body();
        List<String> sheets = SameSheets.of(sheet, samples, neededHeaders());
        return new Guess(
                file,
                Guess.Kind.REPAIRS,
                sheets,
                sheet.header().number(),
                guesses,
                remarks,
                "\n" + dates() + "sheets:\n" + SameSheets.line(sheets, sheetsInBook) + body + rules);
    }

    private void assign(Vocabulary vocabulary) {
        List<Assignment.@Nullable Pair> pairs = Assignment.of(vocabulary, headers, columns);
        Set<String> taken = new HashSet<>();
        pairs.forEach(pair -> {
            if (pair != null && pair.entry().mapped()) {
                taken.add(pair.entry().field());
            }
        });
        for (int column = 0; column < headers.size(); column++) {
            Assignment.Pair pair = pairs.get(column);
            String field =
                    pair == null || !pair.entry().mapped() ? null : pair.entry().field();
            String meaning = pair == null ? "" : pair.entry().field();
            if (pair == null) {
                field = Assignment.byLook(columns.get(column), taken);
                meaning = field == null ? "" : field;
                if (field != null) {
                    taken.add(field);
                }
            }
            if (headers.get(column).isBlank() && columns.get(column).filled() == 0) {
                continue;
            }
            if ("batch".equals(field) && !taken.contains("faults.parts.lot") && amongParts(pairs, column)) {
                field = "faults.parts.lot";
                meaning = field;
            }
            guesses.add(new ColumnGuess(
                    Columns.letters(column),
                    headers.get(column),
                    field,
                    meaning,
                    pair != null && pair.sure(),
                    Examples.shown(meaning, columns.get(column).example())));
            if (field != null) {
                byField.put(field, column);
            }
        }
    }

    /** Whether a column of lots stands among those of parts, and does not say that it is about the product. */
    private boolean amongParts(List<Assignment.@Nullable Pair> pairs, int column) {
        String header = Words.searchable(headers.get(column));
        if (header.contains("产") || header.contains("prod") || header.contains("batch")) {
            return false;
        }
        for (int near = Math.max(0, column - 2); near <= Math.min(pairs.size() - 1, column + 2); near++) {
            Assignment.Pair pair = pairs.get(near);
            if (pair != null && pair.entry().field().startsWith("faults.parts.")) {
                return true;
            }
        }
        return false;
    }

    private String body() {
        StringBuilder text = new StringBuilder();
        text.append("    # The header stands in row ")
                .append(sheet.header().number())
                .append(" of sheet ");
        text.append(sheet.name().replaceAll("\\s+", " ")).append(".\n");
        Integer id = byField.get("id");
        Orders orders = id == null ? null : Orders.of(sheet.data(), id);
        boolean mergedRows = sheet.merged().stream()
                .anyMatch(block -> block.firstRow() > sheet.header().number() && block.lastRow() > block.firstRow());
        if (mergedRows) {
            text.append("    # Merged cells speak for all the rows they cover.\n    merged: true\n");
        }
        if (id != null && orders != null && orders.severalRows()) {
            String reference = MappingText.quoted(reference(id));
            if (orders.hasBlanks()) {
                text.append("    # A row without an order number belongs to the order above.\n    fillDown: [")
                        .append(reference)
                        .append("]\n");
            }
            List<String> sums = orders.sums(sheet.data(), byField);
            text.append("    # Several rows make one order; each brings a fault or a part.\n    group: {by: [")
                    .append(reference)
                    .append(sums.isEmpty() ? "]}\n" : "], sum: " + sums + "}\n");
            remarks.add(new Remark(Remark.Kind.ORDER_REPEATS, headers.get(id)));
        }
        if (samples.size() > 1) {
            List<String> optional = new ArrayList<>();
            for (int column : byField.values()) {
                if (id == null || column != id) {
                    optional.add(reference(column));
                }
            }
            if (!optional.isEmpty()) {
                text.append("    # Columns that one of several sheets may lack.\n    optional: ")
                        .append(MappingText.list(optional))
                        .append('\n');
            }
        }
        text.append("    events:\n      - type: repair\n");
        text.append(idLine(id));
        constants(text);
        text.append("        fields:\n");
        byField.forEach((field, column) -> {
            if (!field.equals("id")) {
                text.append(fieldLine(field, column));
            }
        });
        text.append(serials());
        for (ColumnGuess guess : guesses) {
            if (guess.field() == null) {
                text.append("          #")
                        .append(MappingText.comment("not read: " + guess.header()
                                        + (Examples.written(guess.meaning()) ? " (" + guess.example() + ")" : "")
                                        + (guess.meaning().isEmpty() ? "" : " " + guess.meaning()))
                                .substring(3))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String idLine(@Nullable Integer id) {
        if (id != null) {
            return "        id: " + MappingText.quoted("{" + reference(id) + "}")
                    + MappingText.comment(columns.get(id).example()) + "\n";
        }
        List<String> identity = new ArrayList<>();
        Integer serial = byField.get("serialNo");
        Integer day = null;
        for (String field : DAYS) {
            day = day == null ? byField.get(field) : day;
        }
        if (serial != null && day != null && tellApart(serial, day)) {
            identity.add(reference(serial));
            identity.add(reference(day));
        }
        remarks.add(
                identity.isEmpty()
                        ? Remark.of(Remark.Kind.NO_ORDER_NUMBER)
                        : new Remark(Remark.Kind.ORDER_BY_COLUMNS, String.join(", ", identity)));
        return "        # No column of order numbers was found; these columns tell one order from another.\n"
                + "        id: {identity: "
                + (identity.isEmpty() ? "all" : MappingText.list(identity)) + "}\n";
    }

    /** Whether these columns tell nearly all rows apart: those they do not would change ids when the sheet is sorted. */
    private boolean tellApart(int serial, int day) {
        Set<List<String>> seen = new HashSet<>();
        int clashes = 0;
        int rows = 0;
        for (RawRow row : sheet.data()) {
            List<String> values =
                    List.of(row.cell(serial).asText(), row.cell(day).asText());
            rows++;
            clashes += values.contains("") || !seen.add(values) ? 1 : 0;
        }
        return clashes * 50 <= rows;
    }

    private void constants(StringBuilder text) {
        Map<String, String> constants = new LinkedHashMap<>();
        if (!byField.containsKey("serviceKind")) {
            constants.put("serviceKind", "failure");
            remarks.add(Remark.of(Remark.Kind.NO_SERVICE_KIND));
        }
        Integer usage = byField.get("usage.value");
        if (usage != null) {
            String header = Words.searchable(headers.get(usage));
            boolean hours = header.contains("小时") || header.contains("hour") || header.contains("时长");
            boolean cycles = header.contains("次数") || header.contains("cycle");
            constants.put("usage.unit", hours ? "h" : cycles ? "cycles" : "km");
        }
        if (!constants.isEmpty()) {
            text.append("        constants: ")
                    .append(constants.toString().replace("=", ": "))
                    .append('\n');
        }
    }

    private String fieldLine(String field, int column) {
        ColumnSample sample = columns.get(column);
        ColumnGuess guess = guesses.stream()
                .filter(each -> field.equals(each.field()))
                .findFirst()
                .orElseThrow();
        String reference = MappingText.quoted(reference(column));
        List<String> steps = new ArrayList<>();
        Field target = target(field);
        Map<String, String> table = CodeGuess.table(field, target, sample.cells());
        if (!table.isEmpty()) {
            String name = field.replace('.', '-');
            steps.add("table: " + name);
            table(name, table);
        }
        if (field.equals("downtimeMinutes")) {
            String header = Words.searchable(headers.get(column));
            if (header.contains("小时") || header.contains("hour") || header.contains("(h)")) {
                steps.add("times: 60");
            }
        }
        boolean main = field.equals(
                DAYS.stream().filter(byField::containsKey).findFirst().orElse(""));
        boolean typed = target.kind() != Kind.TEXT && target.kind() != Kind.CODE;
        if (typed && !main) {
            // A visit date that reads "waiting for parts" must not cost the order; it is counted and left out.
            steps.add("lenient: true");
        }
        String value = steps.isEmpty() ? reference : "{column: " + reference + ", " + String.join(", ", steps) + "}";
        return "          " + field + ": " + value
                + MappingText.comment((guess.sure() ? "" : "? ") + (Examples.written(field) ? sample.example() : ""))
                + "\n";
    }

    private void table(String name, Map<String, String> values) {
        if (rules.indexOf("\ntables:\n") < 0) {
            rules.insert(0, "\ntables:\n");
        }
        StringBuilder text = new StringBuilder("  " + name + ":\n");
        values.forEach((value, code) -> text.append("    ")
                .append(MappingText.quoted(value))
                .append(": ")
                .append(MappingText.quoted(code))
                .append('\n'));
        rules.insert("\ntables:\n".length(), text);
    }

    private String serials() {
        Integer serial = byField.get("serialNo");
        if (serial == null) {
            return "";
        }
        SerialPattern pattern = SerialPattern.find(columns.get(serial).cells(), newestDay());
        if (pattern == null) {
            return "";
        }
        boolean produced = byField.containsKey("producedOn");
        boolean batch = byField.containsKey("batch");
        if (produced && batch) {
            return "";
        }
        remarks.add(new Remark(Remark.Kind.SERIALS_DECODE, columns.get(serial).example()));
        rules.append(
                        "\nserials:\n  # Serial numbers seem to tell year and month of production.\n  production:\n    - match: ")
                .append('"')
                .append(pattern.match())
                .append("\"\n      producedOn: \"")
                .append(pattern.producedOn())
                .append("\"\n      batch: \"")
                .append(pattern.batch())
                .append("\"\n");
        String value = "{column: " + MappingText.quoted(reference(serial)) + ", serial: production}";
        return (produced ? "" : "          producedOn: " + value + "\n")
                + (batch ? "" : "          batch: " + value + "\n");
    }

    private LocalDate newestDay() {
        LocalDate newest = LocalDate.of(1980, 1, 1);
        for (String field : DAYS) {
            Integer column = byField.get(field);
            for (Cell cell :
                    column == null ? List.<Cell>of() : columns.get(column).cells()) {
                LocalDate day = ColumnSample.day(cell);
                newest = day != null && day.isAfter(newest) ? day : newest;
            }
        }
        return newest.getYear() == 1980 ? LocalDate.of(2099, 12, 31) : newest;
    }

    private String dates() {
        String order = DayOrder.of(columns);
        return order == null
                ? ""
                : "# Days are written like 31/12/2026 or 12/31/2026.\ndates: {order: " + order + "}\n\n";
    }

    private List<String> neededHeaders() {
        Integer id = byField.get("id");
        if (id != null) {
            return List.of(reference(id));
        }
        return byField.values().stream().map(this::reference).toList();
    }

    private String reference(int column) {
        return MappingText.reference(headers, column);
    }

    private static Field target(String path) {
        Map<String, Shape<?>> shapes = new HashMap<>();
        shapes.put("", EventType.REPAIR.shape());
        shapes.put("faults", Shape.of(Fault.class));
        shapes.put("faults.parts", Shape.of(FittedPart.class));
        int dot = path.lastIndexOf('.');
        String parent = dot < 0 ? "" : path.substring(0, dot);
        Shape<?> shape = shapes.get(parent);
        if (shape == null) {
            Shape<?> repair = EventType.REPAIR.shape();
            shape = repair.fields().get(repair.position(parent)).nested();
        }
        return shape.fields().get(shape.position(path.substring(dot + 1)));
    }
}
