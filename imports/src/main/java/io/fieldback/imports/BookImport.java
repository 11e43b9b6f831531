// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.file.Book;
import io.fieldback.imports.file.Books;
import io.fieldback.imports.file.FileRefused;
import io.fieldback.imports.file.RawRow;
import io.fieldback.imports.file.Sheet;
import io.fieldback.imports.mapping.GroupRule;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.imports.rows.Account;
import io.fieldback.imports.rows.CaseMapper;
import io.fieldback.imports.rows.Grouping;
import io.fieldback.imports.rows.Outcome;
import io.fieldback.imports.rows.Row;
import io.fieldback.imports.rows.SheetPass;
import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Imports one workbook or CSV file. */
final class BookImport {
    private final Path file;
    private final String fileName;
    private final Mapping mapping;
    private final CaseMapper cases;
    private final Ledger ledger;
    private final Grouping grouping = new Grouping();
    private final Map<Row, Account> accounts = new HashMap<>();

    BookImport(Path file, Mapping mapping, CaseMapper cases, Ledger ledger) {
        this.file = file;
        this.fileName = String.valueOf(file.getFileName());
        this.mapping = mapping;
        this.cases = cases;
        this.ledger = ledger;
    }

    void run() throws IOException {
        try (Book book = Books.open(file)) {
            book.warnings().forEach(ledger::note);
            for (Sheet sheet : book.sheets()) {
                learn(sheet);
            }
            boolean any = false;
            SheetPass.Outcome worst = null;
            String worstSheet = "";
            for (Sheet sheet : book.sheets()) {
                SheetRule rule = mapping.ruleFor(sheet.name());
                if (rule == null) {
                    skipAll(sheet);
                    continue;
                }
                SheetPass.Outcome outcome = sheet(sheet, rule);
                any |= outcome.complete();
                boolean meant = rule.names(sheet.name())
                        || outcome.found() * 2 > rule.required().size();
                if (!outcome.complete() && meant) {
                    throw headerRefused(sheet.name(), outcome);
                }
                if (!outcome.complete() && (worst == null || outcome.found() > worst.found())) {
                    worst = outcome;
                    worstSheet = sheet.name();
                }
            }
            if (!any) {
                throw worst == null
                        ? new FileRefused(
                                file,
                                RejectReason.E_FILE_HEADER,
                                "the mapping reads none of its sheets "
                                        + book.sheets().stream()
                                                .map(Sheet::name)
                                                .toList())
                        : headerRefused(worstSheet, worst);
            }
        }
        if (grouping.unfinished() > 0) {
            throw new FileRefused(file, RejectReason.E_FILE_INCOMPLETE, "it changed while it was read");
        }
    }

    private FileRefused headerRefused(String sheet, SheetPass.Outcome outcome) {
        return new FileRefused(
                file,
                RejectReason.E_FILE_HEADER,
                "sheet " + sheet + " has no header row with each of these columns once: "
                        + String.join(", ", outcome.missing()));
    }

    private void learn(Sheet sheet) throws IOException {
        SheetRule rule = mapping.ruleFor(sheet.name());
        if (rule == null || rule.group() == null) {
            return;
        }
        GroupRule group = rule.group();
        int number = mapping.sheets().indexOf(rule);
        new SheetPass(fileName, sheet, rule, new Account(fileName, sheet.name()), new SheetPass.Taker() {
                    @Override
                    public void rows(List<? extends Row> rows) {
                        rows.forEach(row -> grouping.learn(group, number, row));
                    }

                    @Override
                    public void damaged(RawRow.Damage damage, String place, String original) {
                        // It is told of when the sheet is read for good.
                    }
                })
                .run();
    }

    private SheetPass.Outcome sheet(Sheet sheet, SheetRule rule) throws IOException {
        Account account = ledger.account(fileName, sheet.name());
        return new SheetPass(fileName, sheet, rule, account, new SheetPass.Taker() {
                    @Override
                    public void rows(List<? extends Row> rows) throws IOException {
                        if (rule.group() == null) {
                            single(rule, account, rows);
                        } else {
                            for (Row row : rows) {
                                grouped(rule, rule.group(), account, row);
                            }
                        }
                    }

                    @Override
                    public void damaged(RawRow.Damage damage, String place, String original) throws IOException {
                        ledger.take(cases.damaged(damage.reason(), damage.detail(), place, original));
                    }
                })
                .run();
    }

    /** One row of the sheet, as one row or unpivoted to several, each of which is a case. */
    private void single(SheetRule rule, Account account, List<? extends Row> rows) throws IOException {
        boolean refused = false;
        boolean mapped = false;
        for (Row row : rows) {
            for (Outcome outcome : cases.map(rule, List.of(row))) {
                refused |= ledger.take(outcome);
                mapped |= outcome instanceof Outcome.Mapped;
            }
        }
        count(account, refused, mapped);
    }

    private void grouped(SheetRule rule, GroupRule group, Account account, Row row) throws IOException {
        accounts.put(row, account);
        List<Row> rows = grouping.take(group, mapping.sheets().indexOf(rule), row);
        if (rows == null) {
            return;
        }
        boolean refused = false;
        boolean mapped = false;
        for (Outcome outcome : cases.map(rule, rows)) {
            refused |= ledger.take(outcome);
            mapped |= outcome instanceof Outcome.Mapped;
        }
        for (Row each : rows) {
            Account own = accounts.remove(each);
            count(own == null ? account : own, refused, mapped);
        }
    }

    private static void count(Account account, boolean refused, boolean mapped) {
        if (refused) {
            account.rejected();
        } else if (mapped) {
            account.mapped();
        } else {
            account.unwanted();
        }
    }

    private void skipAll(Sheet sheet) throws IOException {
        Account account = ledger.account(fileName, sheet.name());
        sheet.read(row -> {
            account.skipped("sheet-not-mapped");
            return true;
        });
    }
}
