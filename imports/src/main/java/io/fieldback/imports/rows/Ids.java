// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import io.fieldback.imports.mapping.IdRule;
import io.fieldback.imports.mapping.Templates;
import io.fieldback.schemas.wire.RejectReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Makes the ids of events. */
final class Ids {
    private static final int HASH_BYTES = 12;

    private final HashNumbers occurrences = new HashNumbers();

    /** The id that a row gives. */
    String of(IdRule rule, Row row) {
        if (rule instanceof IdRule.Template template) {
            String id = Templates.fill(template.text(), row::cell);
            if (id == null) {
                for (String column : Templates.columns(template.text())) {
                    if (row.cell(column).isEmpty()) {
                        throw new Unmappable(
                                RejectReason.E_ID_MISSING, "id", row.place(column), "no value in column " + column);
                    }
                }
            }
            return String.valueOf(id);
        }
        return hashed((IdRule.Identity) rule, row);
    }

    private String hashed(IdRule.Identity identity, Row row) {
        Map<String, Cell> cells;
        if (identity.columns().isEmpty()) {
            cells = row.byName();
        } else {
            cells = new TreeMap<>();
            for (String column : identity.columns()) {
                Cell cell = row.cell(column);
                if (!cell.isEmpty()) {
                    cells.put(Words.header(column), cell);
                }
            }
        }
        StringBuilder text = new StringBuilder();
        // The separators cannot stand in a cell, so that no two rows give the same text.
        cells.forEach((name, cell) -> text.append(name)
                .append('\u001f')
                .append(Words.plain(cell.asText()))
                .append('\u001e'));
        byte[] hash = sha256(text.toString());
        return identity.prefix() + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + "#" + occurrences.count(hash);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every JDK has SHA-256, this one does not", e);
        }
    }
}
