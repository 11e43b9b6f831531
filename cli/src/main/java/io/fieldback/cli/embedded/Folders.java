// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Temporary folders. */
public final class Folders {
    /** Others may be deleting the same folder, as Flink does with its checkpoints; each time less is left. */
    private static final int ATTEMPTS = 10;

    private Folders() {}

    /** Deletes a folder with all that is in it; what is gone already is no error. */
    public static void delete(Path folder) {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try (Stream<Path> inside = Files.walk(folder)) {
                List<Path> leavesFirst =
                        inside.sorted(Comparator.reverseOrder()).toList();
                for (Path each : leavesFirst) {
                    Files.deleteIfExists(each);
                }
            } catch (UncheckedIOException e) {
                check(folder, attempt, Objects.requireNonNull(e.getCause()));
            } catch (IOException e) {
                check(folder, attempt, e);
            }
        }
    }

    private static void check(Path folder, int attempt, IOException e) {
        boolean raced = e instanceof NoSuchFileException || e instanceof DirectoryNotEmptyException;
        if (!raced || attempt == ATTEMPTS) {
            throw new UncheckedIOException("Cannot delete folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
