// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A small disk in memory, which can be filled and freed. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Whether an answer was refused because a disk is full. It may be; it must not be wrong. */
    static boolean refuses(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return Stream.of("SQLITE_IOERR", "SQLITE_FULL", "SQLITE_CANTOPEN", "No space left")
                .anyMatch(message::contains);
    }

    /** Mounts one; empty where this user may not. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) == 0
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        for (int bytes = 1 << 16; bytes > 0; bytes /= 16) {
            try (OutputStream out = Files.newOutputStream(
                    ballast, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[bytes]);
                }
            } catch (IOException full) {
                // That is what it is for; the next round fills what is left.
                continue;
            }
        }
    }

    void free() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
