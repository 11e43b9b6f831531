// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.file.RecordLines;
import io.fieldback.imports.mapping.GroupRule;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.imports.rows.Account;
import io.fieldback.imports.rows.CaseMapper;
import io.fieldback.imports.rows.Grouping;
import io.fieldback.imports.rows.Outcome;
import io.fieldback.imports.rows.RecordRow;
import io.fieldback.imports.rows.Records;
import io.fieldback.imports.rows.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Imports one NDJSON file of foreign records. */
final class RecordImport {
    private final Path file;
    private final SheetRule rule;
    private final CaseMapper cases;
    private final Ledger ledger;
    private final Account account;
    private final Grouping grouping = new Grouping();

    RecordImport(Path file, Mapping mapping, CaseMapper cases, Ledger ledger) {
        String name = String.valueOf(file.getFileName());
        SheetRule named = mapping.ruleFor(name.replaceAll("(\\.\\w+){1,2}$", ""));
        this.file = file;
        this.rule = named == null ? mapping.sheets().get(0) : named;
        this.cases = cases;
        this.ledger = ledger;
        this.account = ledger.account(name, "");
    }

    void run() throws IOException {
        GroupRule group = rule.group();
        if (group != null) {
            RecordLines.read(file, (number, bytes) -> {
                if (Records.read(bytes, place(number), rule) instanceof Records.Content.State state) {
                    state.rows().forEach(row -> grouping.learn(group, 0, row));
                }
            });
        }
        RecordLines.read(file, this::record);
    }

    private static String place(int line) {
        return "line " + line;
    }

    private void record(int number, byte[] bytes) throws IOException {
        account.readOne();
        if (isBlank(bytes)) {
            account.skip("blank");
            return;
        }
        Records.Content content = Records.read(bytes, place(number), rule);
        if (content instanceof Records.Content.Damaged damaged) {
            account.rejected();
            ledger.take(cases.damaged(
                    damaged.damage().reason(), damaged.damage().detail(), place(number), damaged.original()));
        } else if (content instanceof Records.Content.Deletion deletion) {
            count(cases.withdraw(rule, deletion.row(), deletion.recordedAt()), 1);
        } else if (content instanceof Records.Content.State state) {
            state(state);
        }
    }

    private void state(Records.Content.State state) throws IOException {
        GroupRule group = rule.group();
        if (group == null || state.rows().size() > 1) {
            count(cases.map(rule, state.rows(), state.recordedAt()), 1);
            return;
        }
        for (RecordRow row : state.rows()) {
            List<Row> rows = grouping.take(group, 0, row);
            if (rows != null) {
                count(cases.map(rule, rows, state.recordedAt()), rows.size());
            }
        }
    }

    private void count(List<Outcome> outcomes, int lines) throws IOException {
        boolean refused = false;
        boolean mapped = false;
        for (Outcome outcome : outcomes) {
            refused |= ledger.take(outcome);
            mapped |= outcome instanceof Outcome.Mapped;
        }
        for (int i = 0; i < lines; i++) {
            if (refused) {
                account.rejected();
            } else if (mapped) {
                account.mapped();
            } else {
                account.unwanted();
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }
}
