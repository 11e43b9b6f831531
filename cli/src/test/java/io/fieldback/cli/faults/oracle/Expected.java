// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.schemas.event.EventType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tables must hold once the log has been read up to given positions. */
final class Expected {
    /** A case. */
    record CaseName(EventType type, String id) {}

    /** Read, new, duplicate, rejected. */
    record Counts(long read, long fresh, long duplicates, long rejected) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    read + other.read, fresh + other.fresh, duplicates + other.duplicates, rejected + other.rejected);
        }
    }

    private final Map<CaseName, Map<String, Known>> cases = new HashMap<>();
    private final Map<String, Sighting.Refusal> refusals = new HashMap<>();
    private final Map<String, Counts> bySource = new TreeMap<>();
    private final Map<String, Long> readIn = new TreeMap<>();

    Expected(InputLog log, Map<Partition, Long> positions) {
        Map<CaseName, Map<String, List<Sighting.Content>>> sighted = new LinkedHashMap<>();
        log.partitions().forEach((partition, records) -> {
            int end = Math.toIntExact(Math.min(positions.getOrDefault(partition, 0L), records.size()));
            readIn.merge(partition.seenIn(), (long) end, Long::sum);
            for (Sighting sighting : records.subList(0, end)) {
                if (sighting instanceof Sighting.Refusal refusal) {
                    refusals.putIfAbsent(refusal.hash(), refusal);
                    count(refusal.source(), new Counts(1, 0, 0, 1));
                } else if (sighting instanceof Sighting.Content content) {
                    List<Sighting.Content> same = sighted.computeIfAbsent(
                                    new CaseName(content.type(), content.id()), absent -> new LinkedHashMap<>())
                            .computeIfAbsent(content.hash(), absent -> new ArrayList<>());
                    count(content.source(), same.isEmpty() ? new Counts(1, 1, 0, 0) : new Counts(1, 0, 1, 0));
                    same.add(content);
                }
            }
        });
        sighted.forEach((name, contents) -> {
            Map<String, Known> known = new LinkedHashMap<>();
            contents.forEach((hash, sightings) -> known.put(hash, Known.of(sightings)));
            cases.put(name, known);
        });
    }

    private void count(String source, Counts counts) {
        bySource.merge(source, counts, Counts::plus);
    }

    Map<CaseName, Map<String, Known>> cases() {
        return cases;
    }

    Map<String, Sighting.Refusal> refusals() {
        return refusals;
    }

    /** Counts by source system; those that are never read are absent. */
    Map<String, Counts> bySource() {
        return bySource;
    }

    /** Records read of each topic or file. */
    Map<String, Long> readIn() {
        return readIn;
    }

    LedgerCount ledger() {
        LedgerCount ledger = new LedgerCount();
        cases.values().forEach(contents -> ledger.add(contents.values()));
        return ledger;
    }

    /** The ledgers of units: each unit by all contents of the cases of which any content names it. */
    SignedRows units() {
        Map<String, List<Collection<Known>>> units = new HashMap<>();
        for (Map<String, Known> contents : cases.values()) {
            contents.values().stream()
                    .map(Known::content)
                    .filter(content ->
                            !content.tombstone() && !content.event().envelope().voided())
                    .flatMap(content -> UnitLife.serialNos(content.event()))
                    .distinct()
                    .forEach(serialNo -> units.computeIfAbsent(serialNo, absent -> new ArrayList<>())
                            .add(contents.values()));
        }
        SignedRows rows = new SignedRows();
        UnitCount count = new UnitCount(rows);
        units.forEach(count::add);
        return rows;
    }

    /** From which day each content that is not the last is superseded: {@code type|id|hash} to the day. */
    Map<String, LocalDate> superseded() {
        Map<String, LocalDate> superseded = new HashMap<>();
        cases.forEach((name, contents) -> contents.forEach((hash, known) -> contents.values().stream()
                .filter(other -> other.isAfter(known))
                .map(Known::knownOn)
                .min(LocalDate::compareTo)
                .ifPresent(day -> superseded.put(name.type().wire() + '|' + name.id() + '|' + hash, day))));
        return superseded;
    }
}
