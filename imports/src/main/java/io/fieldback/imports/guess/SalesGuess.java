// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import io.fieldback.imports.file.Columns;
import io.fieldback.imports.file.RawRow;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what a sheet of sales, shipments or units in use holds: long, or wide with a column for each month. */
final class SalesGuess {
    private static final Pattern YEAR = Pattern.compile("20\\d{2}");
    private static final Pattern IN_USE =
            Pattern.compile("保有|在用|在网|installed base|population|in field|in use", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_MONTHS = 2;
    private static final Moments MONTHS = new Moments(ZoneOffset.UTC, Moments.Order.UNKNOWN, List.of());

    private final Path file;
    private final SheetSample sheet;
    private final List<SheetSample> samples;
    private final int sheetsInBook;
    private final List<String> headers;
    private final List<ColumnSample> columns;
    private final List<ColumnGuess> guesses = new ArrayList<>();
    private final Map<String, Integer> byField = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Integer> monthColumns = new ArrayList<>();
    private boolean yearless;

    SalesGuess(Path file, Vocabulary vocabulary, SheetSample sheet, List<SheetSample> samples, int sheetsInBook) {
        this.file = file;
        this.sheet = sheet;
        this.samples = samples;
        this.sheetsInBook = sheetsInBook;
        this.headers = sheet.headers();
        this.columns = sheet.columns();
        findMonths();
        assign(vocabulary);
    }

    Guess guess() {
        boolean inUse = byField.containsKey("unitsInField")
                || byField.containsKey("unitsInWarranty")
                || IN_USE.matcher(sheet.title() + " " + file.getFileName()).find();
        List<String> needed = byField.values().stream().map(this::reference).toList();
        List<String> sheets = SameSheets.of(sheet, samples, needed);
        String body = "\nsheets:\n" + SameSheets.line(sheets, sheetsInBook) + body(inUse);
        return new Guess(
                file,
                inUse ? Guess.Kind.POPULATION : Guess.Kind.SHIPMENTS,
                sheets,
                sheet.header().number(),
                guesses,
                remarks,
                body);
    }

    private void findMonths() {
        List<Integer> withYear = new ArrayList<>();
        List<Integer> any = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            Cell header = sheet.header().cell(column);
            if (MONTHS.monthOrNull(header, null) != null) {
                withYear.add(column);
            }
            if (MONTHS.monthOrNull(header, 2000) != null) {
                any.add(column);
            }
        }
        yearless = any.size() > withYear.size();
        List<Integer> found = yearless ? any : withYear;
        if (found.size() >= FEWEST_MONTHS) {
            monthColumns.addAll(found);
        }
    }

    private void assign(Vocabulary vocabulary) {
        List<String> named = new ArrayList<>(headers);
        monthColumns.forEach(column -> named.set(column, ""));
        List<Assignment.@Nullable Pair> pairs = Assignment.of(vocabulary, named, columns);
        for (int column = 0; column < headers.size(); column++) {
            boolean month = monthColumns.contains(column);
            Assignment.Pair pair = pairs.get(column);
            String field =
                    pair == null || !pair.entry().mapped() ? null : pair.entry().field();
            boolean value = "quantity".equals(field) || "period".equals(field);
            if (value && !monthColumns.isEmpty()) {
                // A wide sheet has its quantities under the months; a column called so is their sum.
                field = null;
            }
            if (headers.get(column).isBlank() && columns.get(column).filled() == 0) {
                continue;
            }
            guesses.add(new ColumnGuess(
                    Columns.letters(column),
                    headers.get(column),
                    month ? "quantity" : field,
                    month ? "quantity" : pair == null ? "" : pair.entry().field(),
                    month && !yearless || pair != null && pair.sure(),
                    columns.get(column).example()));
            if (field != null) {
                byField.put(field, column);
            }
        }
        if (!byField.containsKey("productModel")) {
            modelByLook();
        }
    }

    /** The first column of few short texts is the model, if no header says so. */
    private void modelByLook() {
        for (int i = 0; i < guesses.size(); i++) {
            ColumnGuess guess = guesses.get(i);
            int column = Columns.index(guess.column());
            ColumnSample sample = columns.get(column);
            if (guess.field() == null
                    && sample.filled() > 0
                    && sample.numbers() < 0.5
                    && sample.averageLength() <= 24) {
                guesses.set(
                        i,
                        new ColumnGuess(
                                guess.column(),
                                guess.header(),
                                "productModel",
                                "productModel",
                                false,
                                guess.example()));
                byField.put("productModel", column);
                return;
            }
        }
    }

    private String body(boolean inUse) {
        return monthColumns.isEmpty() ? longSheet(inUse) : wideSheet(inUse);
    }

    private String wideSheet(boolean inUse) {
        StringBuilder text = new StringBuilder();
        text.append("    # A column for each month: each of its cells is read as a row of its own.\n");
        text.append("    unpivot: {headers: months, name: month, value: units");
        if (yearless) {
            Matcher year = YEAR.matcher(sheet.title() + " " + file.getFileName());
            Integer column = yearColumn();
            String source = column != null
                    ? reference(column)
                    : YEAR.matcher(sheet.name()).find() ? "$sheet" : null;
            if (source != null) {
                text.append(", year: ").append(MappingText.quoted(source));
            } else if (year.find()) {
                text.append(", year: ").append(MappingText.quoted(year.group()));
            } else {
                text.append(", year: \"2000\"");
                remarks.add(Remark.of(Remark.Kind.NO_YEAR));
            }
        }
        text.append("}\n");
        List<String> key = new ArrayList<>();
        add(key, "productModel", "region", "dealer", "materialNo");
        List<String> month = new ArrayList<>(key);
        month.add("month");
        boolean unique = unique(key);
        if (inUse) {
            event(text, "population", idOf(month, unique));
            text.append("          month: month\n          unitsInField: units\n");
            fields(text, Set.of("productModel", "region"));
        } else {
            event(text, "shipment", idOf(month, unique));
            text.append("          period: month\n          quantity: units\n");
            fields(text, Set.of("productModel", "region", "dealer", "materialNo", "customerId"));
        }
        return text.toString();
    }

    private String longSheet(boolean inUse) {
        StringBuilder text = new StringBuilder();
        List<String> key = new ArrayList<>();
        if (inUse) {
            add(key, "productModel", "region", "period", "shippedOn");
            event(text, "population", idOf(key, unique(key)));
            Integer month = byField.containsKey("period") ? byField.get("period") : byField.get("shippedOn");
            if (month != null) {
                text.append("          month: ")
                        .append(MappingText.quoted(reference(month)))
                        .append('\n');
            }
            Integer units = byField.containsKey("unitsInField") ? byField.get("unitsInField") : byField.get("quantity");
            if (units != null) {
                text.append("          unitsInField: ")
                        .append(MappingText.quoted(reference(units)))
                        .append('\n');
            }
            fields(text, Set.of("productModel", "region", "unitsInWarranty"));
            return text.toString();
        }
        if (byField.containsKey("serialNo")) {
            add(key, "serialNo");
        } else {
            add(
                    key,
                    "orderNo",
                    "productModel",
                    "materialNo",
                    "region",
                    "dealer",
                    "customerId",
                    "batch",
                    "period",
                    "shippedOn");
        }
        event(text, "shipment", idOf(key, unique(key)));
        fields(
                text,
                Set.of(
                        "serialNo",
                        "quantity",
                        "productModel",
                        "batch",
                        "producedOn",
                        "shippedOn",
                        "period",
                        "orderNo",
                        "materialNo",
                        "region",
                        "dealer",
                        "customerId"));
        if (!byField.containsKey("serialNo") && !byField.containsKey("quantity")) {
            text.append("          quantity: {value: 1}\n");
            remarks.add(Remark.of(Remark.Kind.NO_QUANTITY));
        }
        return text.toString();
    }

    private void event(StringBuilder text, String type, String id) {
        text.append("    events:\n      - type: ")
                .append(type)
                .append("\n        id: ")
                .append(id)
                .append('\n');
        if (type.equals("population")) {
            text.append("        constants: {basis: estimate}\n");
        }
        text.append("        fields:\n");
    }

    private void fields(StringBuilder text, Set<String> wanted) {
        byField.forEach((field, column) -> {
            if (wanted.contains(field)) {
                text.append("          ")
                        .append(field)
                        .append(": ")
                        .append(MappingText.quoted(reference(column)))
                        .append(MappingText.comment(columns.get(column).example()))
                        .append('\n');
            }
        });
    }

    private void add(List<String> key, String... fields) {
        for (String field : fields) {
            Integer column = byField.get(field);
            if (column != null) {
                key.add(reference(column));
            }
        }
    }

    private static String idOf(List<String> columns, boolean unique) {
        if (unique && !columns.isEmpty()) {
            StringBuilder template = new StringBuilder();
            for (String column : columns) {
                template.append(template.length() == 0 ? "{" : "-{")
                        .append(column)
                        .append('}');
            }
            return MappingText.quoted(template.toString());
        }
        return "{identity: " + (columns.isEmpty() ? "all" : MappingText.list(columns)) + "}";
    }

    /** Whether the cells of these columns are filled and differ from row to row. */
    private boolean unique(List<String> references) {
        Set<List<String>> seen = new HashSet<>();
        for (RawRow row : sheet.data()) {
            List<String> values = new ArrayList<>();
            for (int column : byField.values()) {
                if (references.contains(reference(column))) {
                    values.add(row.cell(column).asText());
                }
            }
            if (values.contains("") || !seen.add(values)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Integer yearColumn() {
        for (ColumnGuess guess : guesses) {
            if (guess.meaning().equals("[year]")) {
                return Columns.index(guess.column());
            }
        }
        return null;
    }

    private String reference(int column) {
        return MappingText.reference(headers, column);
    }
}
