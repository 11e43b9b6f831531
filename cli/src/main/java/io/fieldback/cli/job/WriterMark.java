// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shows that a job of this command writes a warehouse: a locked file in its folder {@code writers}. The lock ends with
 * the process, however that ends. It gives and takes no right, which is the generation's; it lets a command that would
 * only add a line ask first, instead of stopping the job. A job on a cluster or on another machine may leave none.
 */
public final class WriterMark implements AutoCloseable {
    private static final String FOLDER = "writers";

    private final Path file;
    private final FileChannel channel;

    private WriterMark(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Marks a warehouse as written by this process until it is closed. */
    static WriterMark put(Path warehouse) {
        try {
            Path folder = Files.createDirectories(warehouse.resolve(FOLDER));
            Path file = folder.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new IOException("it is locked");
            }
            return new WriterMark(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mark warehouse " + warehouse + " as written: " + e, e);
        }
    }

    /** Whether a job writes a warehouse now. Marks of processes that have ended are taken away. */
    public static boolean isThere(Path warehouse) {
        Path folder = warehouse.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> marks = files.toList();
            boolean any = false;
            for (Path mark : marks) {
                any |= isHeld(mark);
            }
            return any;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot see who writes warehouse " + warehouse + ": " + e, e);
        }
    }

    private static boolean isHeld(Path mark) throws IOException {
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            return true;
        }
        Files.deleteIfExists(mark);
        return false;
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take away mark " + file + ": " + e, e);
        }
    }
}
