// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.TextTable;
import io.fieldback.lake.epoch.EpochAccounts;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.pipelines.storing.EpochJson;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records that were read, by source and file or topic.
 *
 * @param lines one a source and file or topic
 */
public record IntakeAccount(List<Account> lines) {
    /** The account of all epochs up to one, expired ones included. */
    public static IntakeAccount upTo(Warehouse warehouse, long epoch) {
        Map<String, Account> sums = new TreeMap<>();
        for (EpochAccounts each : warehouse.accounts(epoch)) {
            for (Account account : EpochJson.accountsOf(each.accountsJson())) {
                sums.merge(key(account), account, Account::plus);
            }
        }
        return new IntakeAccount(List.copyOf(sums.values()));
    }

    /** What came since an earlier account. */
    public IntakeAccount minus(IntakeAccount earlier) {
        Map<String, Account> before = new TreeMap<>();
        earlier.lines.forEach(line -> before.put(key(line), line));
        List<Account> since = new ArrayList<>();
        for (Account line : lines) {
            Account known = before.getOrDefault(key(line), new Account(line.source(), line.seenIn(), 0, 0, 0, 0));
            if (!line.equals(known)) {
                since.add(new Account(
                        line.source(),
                        line.seenIn(),
                        line.read() - known.read(),
                        line.fresh() - known.fresh(),
                        line.duplicates() - known.duplicates(),
                        line.rejected() - known.rejected()));
            }
        }
        return new IntakeAccount(since);
    }

    /** The sum over all sources. */
    public Account total() {
        return lines.stream().reduce(new Account("", "", 0, 0, 0, 0), Account::plus);
    }

    /** Whether each record that was read became something. */
    public boolean balances() {
        return lines.stream().allMatch(line -> line.read() == line.fresh() + line.duplicates() + line.rejected());
    }

    /** The account as a table. */
    public TextTable table(Messages messages) {
        TextTable table = TextTable.of(
                List.of(
                        messages.text("account.source"),
                        messages.text("account.seen-in"),
                        messages.text("account.read"),
                        messages.text("account.new"),
                        messages.text("account.duplicate"),
                        messages.text("account.rejected")),
                List.of(false, false, true, true, true, true));
        lines.forEach(line -> table.add(row(line, messages)));
        if (lines.size() > 1) {
            Account total = total();
            table.add(row(
                    new Account(
                            messages.text("account.total"),
                            "",
                            total.read(),
                            total.fresh(),
                            total.duplicates(),
                            total.rejected()),
                    messages));
        }
        return table;
    }

    private static String key(Account line) {
        return line.source() + "\t" + line.seenIn();
    }

    private static List<String> row(Account line, Messages messages) {
        NumberFormat number = NumberFormat.getIntegerInstance(messages.locale());
        return List.of(
                // What cannot be read does not say where it is from.
                line.source().isEmpty() ? "?" : line.source(),
                line.seenIn(),
                number.format(line.read()),
                number.format(line.fresh()),
                number.format(line.duplicates()),
                number.format(line.rejected()));
    }
}
