// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A hash of what an epoch's tables say, without what hangs on which of two sightings was read first: places, warnings
 * and days of receipt, which the oracle checks by themselves.
 */
final class LogicalHash {
    private static final Set<String> OF_ONE_SIGHTING = Set.of(
            "received_at",
            "go_live_on",
            "known_on",
            "known_assumed",
            "warnings",
            "extras",
            "seen_in",
            "seen_partition",
            "seen_at");

    private LogicalHash() {}

    static String of(Warehouse warehouse, Epoch epoch, TableRows rows) {
        Set<String> lines = new TreeSet<>();
        for (EventType type : EventType.values()) {
            Table journal = Journals.of(type);
            for (@Nullable Object[] row : rows.of(warehouse, epoch, journal)) {
                StringBuilder line = new StringBuilder(journal.name());
                for (int i = 0; i < row.length; i++) {
                    if (!OF_ONE_SIGHTING.contains(journal.columns().get(i).name())) {
                        line.append('\t').append(text(row[i]));
                    }
                }
                lines.add(line.toString());
            }
        }
        LedgerCount ledger = new LedgerCount();
        rows.of(warehouse, epoch, Tables.FAILURE_LEDGER).forEach(ledger::add);
        ledger.sums().forEach((cell, measures) -> lines.add("ledger\t" + cell + '\t' + measures));
        rows.units(warehouse, epoch).sums().forEach((cell, measures) -> lines.add("unit\t" + cell + '\t' + measures));
        Map<String, Long> superseded = new TreeMap<>();
        for (@Nullable Object[] row : rows.of(warehouse, epoch, Tables.SUPERSESSIONS)) {
            superseded.merge(
                    row[0] + "\t" + row[1] + '\t' + row[2] + '\t' + row[3],
                    (Long) Objects.requireNonNull(row[4]),
                    Long::sum);
        }
        superseded.forEach((content, sum) -> {
            if (sum != 0) {
                lines.add("superseded\t" + content + '\t' + sum);
            }
        });
        int sealed = Tables.REJECTED_RECORDS.position("original_sealed");
        for (@Nullable Object[] row : rows.of(warehouse, epoch, Tables.REJECTED_RECORDS)) {
            lines.add("rejected\t" + row[0] + '\t' + row[1] + '\t' + text(row[sealed]));
        }
        return hash(lines);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Object[] struct) {
            return Arrays.stream(struct).map(LogicalHash::text).toList().toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LogicalHash::text).toList().toString();
        }
        return String.valueOf(value);
    }

    private static String hash(Set<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            });
            return lines.size() + " lines "
                    + HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: this Java lacks SHA-256", e);
        }
    }
}
