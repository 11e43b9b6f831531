// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.epoch.NamedFiles;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.schemas.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes the files of a warehouse that nothing names: what a crash left behind, and what was replaced once no kept
 * epoch has it. A file that was never named may be waiting for its epoch in a running job; it is left alone until an
 * epoch was written that is a day younger, because that epoch would have brought it.
 */
public final class Sweep {
    /** By so much a file must be older than the newest written epoch to be taken for forgotten. */
    public static final Duration AGE = Duration.ofDays(1);

    /** Metadata is dated by the file system, epochs by the job: so far their clocks may differ. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private static final Set<String> ENDINGS = Set.of("parquet", "avro", "json");

    private final Warehouse warehouse;
    private final Duration keep;

    /** {@code keep} says how long epochs are kept. */
    public Sweep(Warehouse warehouse, Duration keep) {
        this.warehouse = warehouse;
        this.keep = keep;
    }

    /**
     * Files that nothing names, or that were deleted.
     *
     * @param files how many
     * @param bytes their size
     */
    public record Count(long files, long bytes) {
        Count plus(long size) {
            return new Count(files + 1, bytes + size);
        }
    }

    /**
     * What a look at the folder found.
     *
     * @param old what nothing names and the next sweep deletes
     * @param young what nothing names yet, or any more, and is too young to be deleted
     */
    public record Orphans(Count old, Count young) {}

    /** Deletes; gives what it deleted. */
    public Count run() {
        NamedFiles named = warehouse.retention().named(keep);
        Count swept = new Count(0, 0);
        for (String path : named.due()) {
            swept = delete(warehouse.folder().resolve(path), swept);
        }
        warehouse.retention().deleted(named.due());
        List<Path> old = unnamed(named, true);
        for (int i = 0; i < old.size(); i++) {
            if (i == old.size() / 2) {
                FaultPoint.SWEEP_HALF_DONE.reached();
            }
            swept = delete(old.get(i), swept);
        }
        return swept;
    }

    /** What {@link #run} would delete now and what it would not. */
    public Orphans look() {
        NamedFiles named = warehouse.retention().named(keep);
        Count old = new Count(0, 0);
        for (Path file : unnamed(named, true)) {
            old = old.plus(size(file));
        }
        for (String path : named.due()) {
            old = old.plus(size(warehouse.folder().resolve(path)));
        }
        Count young = new Count(0, 0);
        for (Path file : unnamed(named, false)) {
            young = young.plus(size(file));
        }
        return new Orphans(old, young);
    }

    private List<Path> unnamed(NamedFiles named, boolean old) {
        if (named.writtenAt().equals(Instant.MIN)) {
            return List.of();
        }
        Instant before = named.writtenAt().minus(AGE).minus(CLOCKS);
        Set<String> due = Set.copyOf(named.due());
        List<Path> unnamed = new ArrayList<>();
        for (Table table : warehouse.tables()) {
            for (String kind : List.of("data", "metadata")) {
                for (Path file : files(warehouse.folder().resolve(table.name()).resolve(kind))) {
                    String path = warehouse.relative(file);
                    if (!named.named().contains(path) && !due.contains(path) && isOld(file, before) == old) {
                        unnamed.add(file);
                    }
                }
            }
        }
        return unnamed;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e, e);
        }
    }

    /** A file that somebody has just deleted is neither here nor there. */
    private static boolean isOld(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private static Count delete(Path file, Count swept) {
        try {
            long size = Files.size(file);
            Files.delete(file);
            return swept.plus(size);
        } catch (NoSuchFileException gone) {
            return swept;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file + ": " + e, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
