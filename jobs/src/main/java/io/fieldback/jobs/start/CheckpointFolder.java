// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder into which Flink puts checkpoints: one folder a job, named by its id, and in it one a checkpoint. */
final class CheckpointFolder {
    private static final String JOB = "[0-9a-f]{32}";
    private static final String CHECKPOINT = "chk-[0-9]+";

    private CheckpointFolder() {}

    /** Folders of complete checkpoints, newest first. */
    static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return children(folder, JOB).stream()
                .flatMap(job -> children(job, CHECKPOINT).stream())
                .filter(checkpoint -> Files.isRegularFile(metadata(checkpoint)))
                .sorted(Comparator.comparing(CheckpointFolder::writtenAt)
                        .thenComparing(CheckpointFolder::number)
                        .reversed())
                .toList();
    }

    /** Deletes the folders of jobs. State is a cache: what is deleted can be rebuilt. */
    static void delete(Path job) throws IOException {
        try (Stream<Path> inside = Files.walk(job)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static Path metadata(Path checkpoint) {
        return checkpoint.resolve("_metadata");
    }

    private static FileTime writtenAt(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(metadata(checkpoint));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read checkpoint " + checkpoint + ": " + e, e);
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
    }

    private static List<Path> children(Path folder, String pattern) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isDirectory(child)
                            && child.getFileName().toString().matches(pattern))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list checkpoints in " + folder + ": " + e, e);
        }
    }
}
