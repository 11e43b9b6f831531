// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the rows of one sheet: each is counted once as read and once as something else. */
public final class Account {
    private final String file;
    private final String sheet;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();
    private long read;
    private long mapped;
    private long rejected;
    private List<String> unusedColumns = List.of();

    /** An empty account. */
    public Account(String file, String sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    /** Counts a row that was counted as read already as skipped. */
    public void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /** Counts a row as read. */
    public void readOne() {
        read++;
    }

    /** Counts a row as read and skipped. */
    public void skipped(String reason) {
        read++;
        skip(reason);
    }

    /** Counts a row that went into events. */
    public void mapped() {
        mapped++;
    }

    /** Counts a row that was refused. */
    public void rejected() {
        rejected++;
    }

    /** Counts a row that no event rule wanted. */
    public void unwanted() {
        skip("no-event-applies");
    }

    /** Counts something that was noticed. */
    public void note(String code) {
        notes.merge(code, 1L, Long::sum);
    }

    void unused(List<String> columns) {
        unusedColumns = List.copyOf(columns);
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Name of the sheet. */
    public String sheet() {
        return sheet;
    }

    /** Rows read, blank ones included. */
    public long rowsRead() {
        return read;
    }

    /** Rows that went into events. */
    public long rowsMapped() {
        return mapped;
    }

    /** Rows that were refused. */
    public long rowsRejected() {
        return rejected;
    }

    /** Rows skipped, by reason. */
    public Map<String, Long> rowsSkipped() {
        return new LinkedHashMap<>(skipped);
    }

    /** What was noticed, by code. */
    public Map<String, Long> notes() {
        return new LinkedHashMap<>(notes);
    }

    /** Headers of columns that no rule reads. */
    public List<String> unusedColumns() {
        return unusedColumns;
    }
}
