// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.file.Sheet;
import io.fieldback.imports.mapping.Condition;
import io.fieldback.imports.mapping.RowFilter;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a sheet once: finds its header, tells rows of data from the others, and hands those on by name. */
public final class SheetPass {
    private final String file;
    private final Sheet sheet;
    private final SheetRule rule;
    private final Account account;
    private final Taker taker;
    private final List<RawRow> early = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable Fill fill;
    private @Nullable Unpivot unpivot;

    /** Takes what a pass finds. */
    public interface Taker {
        /** Takes the rows that one row of the sheet gives: one, or as many as it unpivots to. */
        void rows(List<? extends Row> rows) throws IOException;

        /** Takes a row that cannot be read as a row at all. */
        void damaged(RawRow.Damage damage, String place, String original) throws IOException;
    }

    /**
     * How a pass ended.
     *
     * @param missing columns that the best candidate for a header lacked, or had twice; empty if a header was found
     * @param found how many of the columns that the rule needs the best candidate had
     */
    public record Outcome(Set<String> missing, int found) {
        /** Whether a header was found. */
        public boolean complete() {
            return missing.isEmpty();
        }
    }

    private Outcome best = new Outcome(Set.of("*"), -1);

    /** Prepares a pass. */
    public SheetPass(String file, Sheet sheet, SheetRule rule, Account account, Taker taker) {
        this.file = file;
        this.sheet = sheet;
        this.rule = rule;
        this.account = account;
        this.taker = taker;
    }

    /** Goes through the sheet. */
    public Outcome run() throws IOException {
        if (sheet.hidden()) {
            account.note("W_HIDDEN sheet");
        }
        sheet.read(this::take);
        if (header == null) {
            for (RawRow row : early) {
                account.skip(row.isBlank() ? "blank" : "no-header");
            }
            return best;
        }
        return new Outcome(Set.of(), rule.required().size());
    }

    private boolean take(RawRow row) throws IOException {
        account.readOne();
        if (header != null) {
            data(header, row);
            return true;
        }
        early.add(row);
        consider(row);
        if (header == null && early.size() >= rule.headerSearch() && row.number() >= rule.headerRow()) {
            // No header: the rest is only counted.
            if (early.size() > rule.headerSearch()) {
                early.remove(early.size() - 1);
                account.skip(row.isBlank() ? "blank" : "no-header");
            }
        }
        return true;
    }

    private void consider(RawRow row) throws IOException {
        boolean late = early.size() > rule.headerSearch();
        boolean other = rule.headerRow() > 0 ? rule.headerRow() != row.number() : late;
        if (other || row.isBlank() || row.damage() != null) {
            return;
        }
        Header candidate = new Header(rule, row);
        Set<String> missing = candidate.missing();
        Set<String> problem = missing.isEmpty() ? candidate.ambiguous() : missing;
        int found = rule.required().size() - missing.size();
        if (found > best.found()) {
            best = new Outcome(problem, found);
        }
        if (problem.isEmpty()) {
            accept(candidate);
        }
    }

    private void accept(Header found) throws IOException {
        header = found;
        fill = new Fill(rule, found, sheet);
        unpivot = rule.unpivot() == null ? null : new Unpivot(rule.unpivot(), rule, found, sheet.name());
        for (int i = 0; i < early.size() - 1; i++) {
            account.skip(early.get(i).isBlank() ? "blank" : "above-header");
        }
        account.skip("header");
        early.clear();
        account.unused(found.unused(UsedColumns.of(rule, unpivot)));
    }

    private void data(Header header, RawRow row) throws IOException {
        if (row.hidden()) {
            account.note("W_HIDDEN row");
        }
        if (row.damage() != null) {
            account.rejected();
            taker.damaged(row.damage(), sheet.name() + "!" + row.number(), SheetRow.original(header, row.cells()));
        } else if (row.isBlank()) {
            account.skip("blank");
        } else if (header.repeatedBy(row)) {
            account.skip("repeated-header");
        } else if (rule.totals() && Words.isTotal(row.firstText())) {
            account.skip("total");
        } else if (sheet.fixedWidth() && !fits(header, row)) {
            account.rejected();
            taker.damaged(
                    new RawRow.Damage(
                            RejectReason.E_CSV_COLUMNS,
                            row.cells().size() + " values under " + header.width() + " headers"),
                    sheet.name() + "!" + row.number(),
                    SheetRow.original(header, row.cells()));
        } else {
            content(header, row);
        }
    }

    private void content(Header header, RawRow row) throws IOException {
        if (fill == null) {
            throw new IllegalStateException("Cannot read row " + row.number() + ": there is no header yet");
        }
        Fill.Filled filled = fill.apply(row);
        SheetRow named =
                new SheetRow(file, sheet.name(), row.number(), header, filled.cells(), filled.columns(), Map.of(), -1);
        for (RowFilter filter : rule.skip()) {
            if (holds(filter, named)) {
                account.skip(filter.reason());
                return;
            }
        }
        for (RowFilter filter : rule.keep()) {
            if (!holds(filter, named)) {
                account.skip(filter.reason());
                return;
            }
        }
        if (unpivot == null) {
            taker.rows(List.of(named));
            return;
        }
        List<SheetRow> rows = unpivot.apply(named);
        if (rows.isEmpty()) {
            account.skip("no-values");
        } else {
            taker.rows(rows);
        }
    }

    private static boolean holds(RowFilter filter, Row row) {
        for (Condition condition : filter.when()) {
            if (!condition.holds(row.cell(condition.column()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Header header, RawRow row) {
        for (int column = header.width(); column < row.cells().size(); column++) {
            if (!row.cell(column).equals(Cell.EMPTY)) {
                return false;
            }
        }
        return row.cells().size() >= header.width();
    }
}
