// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.epoch.TableFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files of a table are put together. Only small files are: a large one is never written again. Small ones are
 * merged among their like, and only when there are enough of them that the result belongs to the next size; those of the
 * last size, which are most of what a busy source brings, only when they make a large one. So a row is written once for
 * each size at most, {@link #SIZES} times in all, however many epochs bring it.
 */
public final class MergePlan {
    /** Files from this size on stay as they are, bytes. */
    public static final long LARGE_BYTES = 64L << 20;

    /** Most that goes into one merge, bytes; what is written from it is one file. */
    static final long MERGE_BYTES = 2 * LARGE_BYTES;

    /** Files of like size that are merged; also how many times larger the next size begins. */
    static final int ENOUGH = 8;

    /** Number of sizes below the large ones. */
    static final int SIZES = 4;

    private static final long SMALLEST_BYTES = 32L << 10;

    private MergePlan() {}

    /** What is due now. */
    public static List<List<TableFile>> due(List<TableFile> files) {
        Map<Integer, List<TableFile>> bySize = new TreeMap<>();
        for (TableFile file : small(files)) {
            bySize.computeIfAbsent(size(file.bytes()), size -> new ArrayList<>())
                    .add(file);
        }
        List<List<TableFile>> merges = new ArrayList<>();
        bySize.forEach((size, like) -> {
            if (size == SIZES - 1) {
                parts(like).stream().filter(MergePlan::makesLarge).forEach(merges::add);
            } else if (like.size() >= ENOUGH) {
                merges.addAll(parts(like));
            }
        });
        return merges;
    }

    /** All small files together, even if there are but two. */
    public static List<List<TableFile>> all(List<TableFile> files) {
        return parts(small(files));
    }

    /** The size class of a file, from 0. */
    static int size(long bytes) {
        int size = 0;
        for (long bound = SMALLEST_BYTES; bytes >= bound && size < SIZES - 1; bound *= ENOUGH) {
            size++;
        }
        return size;
    }

    private static boolean makesLarge(List<TableFile> part) {
        return part.stream().mapToLong(TableFile::bytes).sum() >= LARGE_BYTES;
    }

    /** Smallest first, so that what is left alone in the last part is a file that is nearly large. */
    private static List<List<TableFile>> parts(List<TableFile> files) {
        List<List<TableFile>> parts = new ArrayList<>();
        List<TableFile> part = new ArrayList<>();
        long bytes = 0;
        for (TableFile file : files) {
            if (bytes + file.bytes() > MERGE_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(file);
            bytes += file.bytes();
        }
        parts.add(part);
        return parts.stream().filter(each -> each.size() > 1).toList();
    }

    private static List<TableFile> small(List<TableFile> files) {
        return files.stream()
                .filter(file -> file.bytes() < LARGE_BYTES)
                .sorted(Comparator.comparingLong(TableFile::bytes).thenComparing(TableFile::path))
                .toList();
    }
}
