// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.privacy.Seal;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds epochs against the log of all that was sent. Written apart from the pipelines: it knows the words of the events
 * and reads the files, and counts everything again.
 */
public final class Oracle {
    private static final int SHOWN = 3;

    private final InputLog log;
    private final PseudonymKey key;
    private final TableRows rows = new TableRows();

    /** An oracle for all records that were or will be sent, with positions as their source gives them. */
    public Oracle(List<RawRecord> records, PseudonymKey key, ZoneId zone) {
        this.log = new InputLog(records, key, zone);
        this.key = key;
    }

    /** Records in the log. */
    public long size() {
        return log.size();
    }

    /** Records of the log that an epoch has not read. */
    public long unread(Epoch epoch) {
        return log.size()
                - EpochLine.of(epoch).positions().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** What is wrong with an epoch, and with the epochs up to it; nothing if all is well. */
    public List<Breach> breaches(Warehouse warehouse, Epoch epoch) {
        List<Breach> breaches = new ArrayList<>();
        Report report = (law, what) -> breaches.add(new Breach(law, epoch.number(), what));
        try {
            List<EpochLine> lines = warehouse.epochs().stream()
                    .filter(each -> each.number() <= epoch.number())
                    .map(EpochLine::of)
                    .toList();
            EpochLine last = lines.get(lines.size() - 1);
            Expected expected = new Expected(log, last.positions());
            positions(lines, report);
            accounts(lines, expected, report);
            Map<String, @Nullable Object[]> sighted = contents(warehouse, epoch, expected, report);
            known(warehouse, epoch, expected, sighted, report);
            supersessions(warehouse, epoch, expected, report);
            ledger(warehouse, epoch, expected, report);
            units(warehouse, epoch, expected, report);
            rejects(warehouse, epoch, expected, report);
        } catch (RuntimeException e) {
            report.breach(Law.WHOLE, String.valueOf(e.getMessage()));
        }
        return breaches;
    }

    /** The newest epoch has read the whole log and breaks no law. */
    public List<Breach> verdict(Warehouse warehouse) {
        Epoch newest = warehouse.newestEpoch().orElseThrow();
        List<Breach> breaches = new ArrayList<>(breaches(warehouse, newest));
        if (unread(newest) != 0) {
            breaches.add(new Breach(Law.POSITIONS, newest.number(), unread(newest) + " records were never read"));
        }
        return breaches;
    }

    /** The logical content of an epoch: the same for the same log, whatever happened on the way. */
    public String hash(Warehouse warehouse, Epoch epoch) {
        return LogicalHash.of(warehouse, epoch, rows);
    }

    /** Takes breaches. */
    @FunctionalInterface
    private interface Report {
        void breach(Law law, String what);
    }

    private static void positions(List<EpochLine> lines, Report report) {
        Map<Partition, Long> before = Map.of();
        for (EpochLine line : lines) {
            Map<String, Long> advanced = new TreeMap<>();
            for (Map.Entry<Partition, Long> each : line.positions().entrySet()) {
                long step = each.getValue() - before.getOrDefault(each.getKey(), 0L);
                if (step < 0) {
                    report.breach(
                            Law.POSITIONS,
                            "epoch " + line.epoch().number() + " goes back by " + -step + " in " + each.getKey());
                }
                advanced.merge(each.getKey().seenIn(), step, Long::sum);
            }
            if (!line.positions().keySet().containsAll(before.keySet())) {
                report.breach(Law.POSITIONS, "epoch " + line.epoch().number() + " forgets a partition");
            }
            advanced.forEach((seenIn, step) -> {
                long read = line.bySeenIn()
                        .getOrDefault(seenIn, Expected.Counts.NONE)
                        .read();
                if (read != step) {
                    report.breach(
                            Law.POSITIONS,
                            "epoch " + line.epoch().number() + " went on by " + step + " in " + seenIn
                                    + " and accounts for " + read);
                }
            });
            before = line.positions();
        }
    }

    private static void accounts(List<EpochLine> lines, Expected expected, Report report) {
        Map<String, Expected.Counts> sums = new TreeMap<>();
        for (EpochLine line : lines) {
            line.bySource().forEach((source, counts) -> {
                if (counts.read() != counts.fresh() + counts.duplicates() + counts.rejected()) {
                    report.breach(
                            Law.ACCOUNTS,
                            "epoch " + line.epoch().number() + " does not balance for " + source + ": " + counts);
                }
                sums.merge(source, counts, Expected.Counts::plus);
            });
        }
        differ(Law.ACCOUNTS, "account of source", expected.bySource(), sums, report);
    }

    private Map<String, @Nullable Object[]> contents(
            Warehouse warehouse, Epoch epoch, Expected expected, Report report) {
        Map<String, @Nullable Object[]> sighted = new HashMap<>();
        Set<String> wanted = new HashSet<>();
        expected.cases()
                .forEach((name, contents) -> contents.keySet()
                        .forEach(hash -> wanted.add(name.type().wire() + '|' + name.id() + '|' + hash)));
        for (EventType type : EventType.values()) {
            Table journal = Journals.of(type);
            for (@Nullable Object[] row : rows.of(warehouse, epoch, journal)) {
                String content =
                        type.wire() + '|' + row[journal.position("id")] + '|' + row[journal.position("content_hash")];
                @Nullable
                Object[] seen = {
                    row[journal.position("received_at")],
                    row[journal.position("known_on")],
                    row[journal.position("known_assumed")]
                };
                if (sighted.put(content, seen) != null) {
                    report.breach(Law.CONTENTS, "doubled: " + content);
                }
            }
        }
        missing(Law.CONTENTS, "lost", wanted, sighted.keySet(), report);
        missing(Law.CONTENTS, "of nowhere", sighted.keySet(), wanted, report);
        return sighted;
    }

    private void known(
            Warehouse warehouse,
            Epoch epoch,
            Expected expected,
            Map<String, @Nullable Object[]> sighted,
            Report report) {
        Map<String, Seen> found = new HashMap<>();
        sighted.forEach((content, seen) -> found.merge(content, Seen.of(seen, 0), Seen::earliest));
        for (@Nullable Object[] row : rows.of(warehouse, epoch, Tables.RESIGHTINGS)) {
            found.merge(row[0] + "|" + row[1] + "|" + row[2], Seen.of(row, 3), Seen::earliest);
        }
        Map<String, Seen> wanted = new HashMap<>();
        expected.cases()
                .forEach((name, contents) -> contents.forEach((hash, known) -> wanted.put(
                        name.type().wire() + '|' + name.id() + '|' + hash,
                        new Seen(known.received(), known.knownOn(), known.assumed()))));
        differ(Law.KNOWN, "first sighting of", wanted, found, report);
    }

    private void supersessions(Warehouse warehouse, Epoch epoch, Expected expected, Report report) {
        Map<String, Long> found = new TreeMap<>();
        for (@Nullable Object[] row : rows.of(warehouse, epoch, Tables.SUPERSESSIONS)) {
            found.merge(
                    row[0] + "|" + row[1] + "|" + row[2] + " on " + row[3],
                    (Long) Objects.requireNonNull(row[4]),
                    Long::sum);
        }
        found.values().removeIf(sum -> sum == 0);
        Map<String, Long> wanted = new TreeMap<>();
        expected.superseded().forEach((content, day) -> wanted.put(content + " on " + day, 1L));
        differ(Law.SUPERSESSIONS, "supersession of", wanted, found, report);
    }

    private void ledger(Warehouse warehouse, Epoch epoch, Expected expected, Report report) {
        LedgerCount found = new LedgerCount();
        rows.of(warehouse, epoch, Tables.FAILURE_LEDGER).forEach(found::add);
        differ(Law.LEDGER, "cell", expected.ledger().sums(), found.sums(), report);
    }

    private void units(Warehouse warehouse, Epoch epoch, Expected expected, Report report) {
        differ(
                Law.UNITS,
                "cell",
                expected.units().sums(),
                rows.units(warehouse, epoch).sums(),
                report);
    }

    private void rejects(Warehouse warehouse, Epoch epoch, Expected expected, Report report) {
        Seal seal = new Seal(key);
        Set<String> found = new HashSet<>();
        int sealed = Tables.REJECTED_RECORDS.position("original_sealed");
        for (@Nullable Object[] row : rows.of(warehouse, epoch, Tables.REJECTED_RECORDS)) {
            String hash = String.valueOf(row[0]);
            if (!found.add(hash)) {
                report.breach(Law.REJECTS, "doubled: " + hash);
            }
            Sighting.Refusal refusal = expected.refusals().get(hash);
            if (refusal != null
                    && !Arrays.equals(refusal.original(), seal.open((byte[]) Objects.requireNonNull(row[sealed])))) {
                report.breach(Law.REJECTS, "other bytes than were sent: " + hash);
            }
        }
        missing(Law.REJECTS, "lost", expected.refusals().keySet(), found, report);
        missing(Law.REJECTS, "of nowhere", found, expected.refusals().keySet(), report);
    }

    private static void missing(Law law, String what, Set<String> wanted, Set<String> there, Report report) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            report.breach(
                    law,
                    what + ": " + missing.size() + ", such as "
                            + missing.stream().limit(SHOWN).toList());
        }
    }

    private static <K, V> void differ(Law law, String what, Map<K, V> wanted, Map<K, V> found, Report report) {
        Set<K> keys = new HashSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        keys.removeIf(each -> Objects.equals(wanted.get(each), found.get(each)));
        if (!keys.isEmpty()) {
            List<String> shown = keys.stream()
                    .limit(SHOWN)
                    .map(each -> each + " is " + found.get(each) + ", must be " + wanted.get(each))
                    .toList();
            report.breach(law, what + " wrong: " + keys.size() + ", such as " + shown);
        }
    }

    /** When a content was received and known, by one row or by several. */
    private record Seen(java.time.@Nullable Instant received, LocalDate knownOn, boolean assumed) {
        static Seen of(@Nullable Object[] row, int at) {
            return new Seen(
                    (java.time.Instant) row[at],
                    (LocalDate) Objects.requireNonNull(row[at + 1]),
                    Boolean.TRUE.equals(row[at + 2]));
        }

        static Seen earliest(Seen one, Seen other) {
            java.time.Instant received =
                    one.received == null || other.received != null && other.received.isBefore(one.received)
                            ? other.received
                            : one.received;
            int order = one.knownOn.compareTo(other.knownOn);
            boolean assumed = order == 0 ? one.assumed && other.assumed : order < 0 ? one.assumed : other.assumed;
            return new Seen(received, order <= 0 ? one.knownOn : other.knownOn, assumed);
        }
    }
}
