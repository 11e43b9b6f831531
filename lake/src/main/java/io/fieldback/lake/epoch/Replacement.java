// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.parquet.WrittenFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Files that take the place of others, in any tables: an epoch in which no source was read.
 *
 * @param kind {@link EpochKind#UPKEEP}, {@link EpochKind#RULES} or {@link EpochKind#WATCH}
 * @param lineage random id of this replacement, by which a lost answer is found
 * @param removed places of the files to go, relative to the warehouse, as {@link WrittenFile#path()}
 * @param added finished files
 * @param generation right to write that must be the newest; without one the replacement fences nobody and is not fenced
 * @param basedOn number of the epoch that must still be the newest, where any later one would make the files wrong
 * @param rulesVersion rules that the ledgers follow from this epoch on; those of the epoch before if empty
 * @param programVersion version of Fieldback
 * @param committedAt time of the epoch
 */
public record Replacement(
        EpochKind kind,
        String lineage,
        List<String> removed,
        List<WrittenFile> added,
        Optional<Generation> generation,
        OptionalLong basedOn,
        Optional<String> rulesVersion,
        String programVersion,
        Instant committedAt) {
    /** Copies the lists. */
    public Replacement {
        if (kind == EpochKind.WRITTEN) {
            throw new IllegalArgumentException("Cannot replace files as what the job wrote: that is a draft");
        }
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The same rows in other files. A file that somebody replaced first makes it fail; other epochs do not. */
    public static Replacement upkeep(
            List<String> removed, List<WrittenFile> added, String programVersion, Instant committedAt) {
        return new Replacement(
                EpochKind.UPKEEP,
                "upkeep-" + UUID.randomUUID(),
                removed,
                added,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                programVersion,
                committedAt);
    }

    /**
     * Rows that follow from what is there already, beside it, by the owner of the newest generation. Epochs may come
     * meanwhile; nothing is taken away.
     */
    public static Replacement watch(
            Generation generation, List<WrittenFile> added, String programVersion, Instant committedAt) {
        return new Replacement(
                EpochKind.WATCH,
                "watch-" + UUID.randomUUID(),
                List.of(),
                added,
                Optional.of(generation),
                OptionalLong.empty(),
                Optional.empty(),
                programVersion,
                committedAt);
    }

    /** Rows made by other rules from what {@code basedOn} holds, by the owner of the newest generation. */
    public static Replacement rules(
            Generation generation,
            Epoch basedOn,
            String rulesVersion,
            List<String> removed,
            List<WrittenFile> added,
            String programVersion,
            Instant committedAt) {
        return new Replacement(
                EpochKind.RULES,
                "rules-" + UUID.randomUUID(),
                removed,
                added,
                Optional.of(generation),
                OptionalLong.of(basedOn.number()),
                Optional.of(rulesVersion),
                programVersion,
                committedAt);
    }
}
