// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The right to deliver the alerts of a warehouse: a file lock, which ends with the process that has it. */
final class SpoolLock implements AutoCloseable {
    private static final String NAME = "delivery.lock";

    private final FileChannel channel;

    private SpoolLock(FileChannel channel) {
        this.channel = channel;
    }

    static SpoolLock take(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) != null) {
                return new SpoolLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deliver alerts of " + folder + ": " + file + ": " + e, e);
        }
        throw new IllegalStateException(
                "Cannot deliver alerts of " + folder + ": another process delivers them already");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot end the lock of delivery: " + e, e);
        }
    }
}
