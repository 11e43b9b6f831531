// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import io.fieldback.lake.epoch.KeptEpochs.Age;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Which epochs of a warehouse stay readable, and for how long. */
public final class Retention {
    /** How long an epoch stays readable after it was published, counted back from the newest epoch. */
    public static final Duration KEEP = Duration.ofHours(24);

    private final Catalog catalog;
    private final TableStore store;

    Retention(Catalog catalog, TableStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Gives an epoch a name, which keeps it readable until the name is taken back. A name is given once. */
    public EpochTag tag(String name, long epoch, Instant at) {
        EpochTag tag = new EpochTag(name, epoch, at);
        return catalog.write("tag epoch " + epoch, connection -> {
            for (EpochTag each : RetentionRows.tags(connection)) {
                if (each.name().equals(name)) {
                    throw new LakeException(
                            "Cannot tag epoch " + epoch + " as " + name + ": epoch " + each.epoch() + " has that name");
                }
            }
            check(EpochRows.ages(connection), RetentionRows.tags(connection), epoch, "tag");
            RetentionRows.insert(connection, tag);
            return tag;
        });
    }

    /** Takes a name back; the epoch expires as the others do. Throws if no epoch has it. */
    public void untag(String name) {
        int taken = catalog.write("remove tag " + name, connection -> RetentionRows.deleteTag(connection, name));
        if (taken == 0) {
            throw new LakeException("Cannot remove tag " + name + ": no epoch has that name");
        }
    }

    /** All tags, by epoch. */
    public List<EpochTag> tags() {
        return catalog.read("read the tags", RetentionRows::tags);
    }

    /** An epoch to be read. Throws, with the reason, if there is none of that number or it has expired. */
    public Epoch open(long number) {
        return catalog.read("open epoch " + number, connection -> {
            check(EpochRows.ages(connection), RetentionRows.tags(connection), number, "open");
            return EpochRows.numbered(connection, number).orElseThrow();
        });
    }

    /** Forgets the epochs that are older than the newest by more than {@code keep} and have no tag; gives how many. */
    public int expire(Duration keep) {
        return new EpochExpiry(catalog, store, keep).expire();
    }

    /** Numbers of the epochs that are older than the newest by more than {@code keep} and have no tag. */
    public List<Long> expirable(Duration keep) {
        return catalog.read("read the epochs", connection -> {
            List<Age> ages = EpochRows.ages(connection);
            KeptEpochs kept = KeptEpochs.of(ages, RetentionRows.tags(connection), keep);
            return ages.stream()
                    .map(Age::number)
                    .filter(number -> !kept.row(number))
                    .toList();
        });
    }

    /** Which files are needed as long as epochs are kept so long. */
    public NamedFiles named(Duration keep) {
        return NamedFiles.of(catalog, store, keep);
    }

    /** Says that replaced files, by their places relative to the warehouse, are deleted. */
    public void deleted(List<String> paths) {
        catalog.write("forget deleted files", connection -> {
            RetentionRows.forgetReplaced(connection, paths);
            return paths.size();
        });
    }

    /** Those without a gap up to the newest are kept for their age, those before a gap for a tag. */
    private static void check(List<Age> epochs, List<EpochTag> tags, long number, String what) {
        String sentence = "Cannot " + what + " epoch " + number + ": ";
        if (epochs.isEmpty()) {
            throw new LakeException(sentence + "the warehouse has no epoch yet");
        }
        int at = epochs.size() - 1;
        long newest = epochs.get(at).number();
        if (number < 1 || number > newest) {
            throw new LakeException(sentence + "there is none, the newest is epoch " + newest);
        }
        while (at > 0 && epochs.get(at - 1).number() == epochs.get(at).number() - 1) {
            at--;
        }
        long oldest = epochs.get(at).number();
        if (number < oldest && tags.stream().noneMatch(tag -> tag.epoch() == number)) {
            String named = tags.stream()
                    .map(tag -> ", " + tag.epoch() + " as " + tag.name())
                    .collect(Collectors.joining());
            throw new LakeException(
                    sentence + "it has expired; epochs " + oldest + " to " + newest + " are kept" + named);
        }
    }
}
