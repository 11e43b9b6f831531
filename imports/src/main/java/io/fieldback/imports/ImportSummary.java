// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.rows.Account;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.RejectReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row of every sheet.
 *
 * @param sheets one line for each sheet
 * @param events made, by JSON name of their type; withdrawals of a snapshot are not among them
 * @param rejected rejected rows made, by reason
 * @param notes what was noticed, by code and field
 * @param examples places of the first rejected rows
 * @param missing what a snapshot no longer holds; null for a plain import
 */
public record ImportSummary(
        List<SheetLine> sheets,
        Map<String, Long> events,
        Map<String, Long> rejected,
        Map<String, Long> notes,
        List<String> examples,
        @Nullable Missing missing) {

    /**
     * One sheet. {@code read = mapped + rejected + skipped}, always.
     *
     * @param file name of the file
     * @param sheet name of the sheet; empty for a file of records
     * @param read rows read, blank ones included
     * @param mapped rows that went into events
     * @param rejected rows that were refused
     * @param skipped rows that are no events, by reason
     * @param unusedColumns headers of columns that the mapping does not read
     */
    public record SheetLine(
            String file,
            String sheet,
            long read,
            long mapped,
            long rejected,
            Map<String, Long> skipped,
            List<String> unusedColumns) {}

    /**
     * What a snapshot no longer holds.
     *
     * @param compared whether there was anything to compare with
     * @param ids by JSON name of the type
     * @param voided whether they were withdrawn
     * @param unreadable rows that could not be read far enough to know their case; with one of them nothing is withdrawn
     */
    public record Missing(boolean compared, Map<String, Set<String>> ids, boolean voided, long unreadable) {
        /** How many ids are gone. */
        public long count() {
            return ids.values().stream().mapToLong(Set::size).sum();
        }
    }

    static ImportSummary of(
            List<Account> accounts,
            Map<EventType, Long> events,
            Map<RejectReason, Long> rejected,
            Map<String, Long> notes,
            List<String> examples,
            @Nullable Missing missing) {
        Map<String, Long> allNotes = new TreeMap<>(notes);
        List<SheetLine> lines = new ArrayList<>();
        for (Account account : accounts) {
            account.notes().forEach((code, count) -> allNotes.merge(code, count, Long::sum));
            SheetLine line = new SheetLine(
                    account.file(),
                    account.sheet(),
                    account.rowsRead(),
                    account.rowsMapped(),
                    account.rowsRejected(),
                    account.rowsSkipped(),
                    account.unusedColumns());
            long told = line.mapped() + line.rejected() + sum(line.skipped());
            if (told != line.read()) {
                throw new IllegalStateException("Cannot account for sheet " + line.sheet() + " of " + line.file() + ": "
                        + line.read() + " rows read, " + told + " told of");
            }
            lines.add(line);
        }
        Map<String, Long> byType = new LinkedHashMap<>();
        events.forEach((type, count) -> byType.put(type.wire(), count));
        Map<String, Long> byReason = new LinkedHashMap<>();
        rejected.forEach((reason, count) -> byReason.put(reason.name(), count));
        return new ImportSummary(lines, byType, byReason, allNotes, List.copyOf(examples), missing);
    }

    /** Rows read in all. */
    public long rowsRead() {
        return sheets.stream().mapToLong(SheetLine::read).sum();
    }

    /** Rows that went into events, in all. */
    public long rowsMapped() {
        return sheets.stream().mapToLong(SheetLine::mapped).sum();
    }

    /** Rows that were refused, in all. */
    public long rowsRejected() {
        return sheets.stream().mapToLong(SheetLine::rejected).sum();
    }

    /** Events made, in all. */
    public long eventCount() {
        return sum(events);
    }

    /** Rows that gave no event, by the reason: {@code E_…} for refused ones, words for those skipped. */
    public Map<String, Long> byReason() {
        Map<String, Long> byReason = new TreeMap<>(rejected);
        sheets.forEach(line -> line.skipped().forEach((reason, count) -> byReason.merge(reason, count, Long::sum)));
        return byReason;
    }

    /** The summary as a table for people, in Chinese or else in English. */
    public String toText(Locale locale) {
        return new SummaryText(this, locale).toString();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
