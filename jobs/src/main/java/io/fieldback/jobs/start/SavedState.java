// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.start;

import io.fieldback.pipelines.journal.HistoryFormCodec;
import io.fieldback.pipelines.storing.CommitterState;
import io.fieldback.pipelines.storing.CommitterStateCodec;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.DefaultOperatorStateBackend;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint or savepoint of Flink, as far as it must be known before a job starts from it. It is read from the state
 * itself: a note beside it could lie.
 *
 * @param folder of the checkpoint
 * @param checkpointId its number
 * @param kind of state that alone can read it; null if any can, as with a savepoint
 * @param readable whether this program can read what it holds of cases
 * @param committer what the epoch committer kept in it
 */
public record SavedState(
        Path folder, long checkpointId, @Nullable StateKind kind, boolean readable, CommitterState committer) {
    private static final String METADATA = "_metadata";

    /** Reads a checkpoint. Throws if it is torn, files of it are missing, or it is of another job. */
    public static SavedState read(Path path) throws IOException {
        Path folder = Files.isRegularFile(path) && path.getParent() != null ? path.getParent() : path;
        Path file = folder.resolve(METADATA);
        if (!Files.isRegularFile(file)) {
            throw cannot(folder, "there is no file " + METADATA + " in it", null);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            CheckpointMetadata metadata = Checkpoints.loadCheckpointMetadata(
                    in, SavedState.class.getClassLoader(), folder.toUri().toString());
            checkFiles(folder, metadata);
            return new SavedState(
                    folder,
                    metadata.getCheckpointId(),
                    kind(metadata),
                    readable(folder, metadata),
                    committer(folder, metadata));
        } catch (IOException | RuntimeException e) {
            if (e instanceof IOException told && String.valueOf(e.getMessage()).startsWith("Cannot ")) {
                throw told;
            }
            throw cannot(folder, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static CommitterState committer(Path folder, CheckpointMetadata metadata) throws IOException {
        OperatorStateHandle handle = handle(metadata, CommitterStateCodec::wrote);
        if (handle == null) {
            throw cannot(folder, "it holds no state of a Fieldback job that goes on", null);
        }
        return read(folder, handle, store -> new CommitterStateCodec(store).read());
    }

    private static boolean readable(Path folder, CheckpointMetadata metadata) throws IOException {
        OperatorStateHandle handle = handle(metadata, HistoryFormCodec::wrote);
        return handle != null && read(folder, handle, HistoryFormCodec::readable);
    }

    private static @Nullable OperatorStateHandle handle(
            CheckpointMetadata metadata, Predicate<Collection<String>> wanted) {
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (OperatorSubtaskState subtask : operator.getStates()) {
                for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
                    if (wanted.test(handle.getStateNameToPartitionOffsets().keySet())) {
                        return handle;
                    }
                }
            }
        }
        return null;
    }

    /** What is read of an operator's state. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(OperatorStateStore store) throws Exception;
    }

    private static <T> T read(Path folder, OperatorStateHandle handle, Reading<T> reading) throws IOException {
        try (CloseableRegistry registry = new CloseableRegistry()) {
            DefaultOperatorStateBackend store = new DefaultOperatorStateBackendBuilder(
                            SavedState.class.getClassLoader(), new ExecutionConfig(), false, List.of(handle), registry)
                    .build();
            try {
                return reading.of(store);
            } finally {
                store.dispose();
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw cannot(folder, String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable StateKind kind(CheckpointMetadata metadata) {
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (OperatorSubtaskState subtask : operator.getStates()) {
                for (KeyedStateHandle handle : subtask.getManagedKeyedState()) {
                    if (handle instanceof IncrementalRemoteKeyedStateHandle) {
                        return StateKind.ROCKSDB;
                    }
                    // A savepoint has handles of its own kind and can be read by either.
                    if (handle.getClass().equals(KeyGroupsStateHandle.class)) {
                        return StateKind.HEAP;
                    }
                }
            }
        }
        return null;
    }

    /** A checkpoint of which a part was deleted looks whole in its metadata. */
    private static void checkFiles(Path folder, CheckpointMetadata metadata) throws IOException {
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (OperatorSubtaskState subtask : operator.getStates()) {
                Stream<StreamStateHandle> handles = Stream.concat(
                        subtask.getManagedOperatorState().stream()
                                .map(handle -> (StreamStateHandle) handle.getDelegateStateHandle()),
                        subtask.getManagedKeyedState().stream().flatMap(SavedState::files));
                for (StreamStateHandle handle : handles.toList()) {
                    org.apache.flink.core.fs.Path file = handle.maybeGetPath().orElse(null);
                    if (file != null && !file.getFileSystem().exists(file)) {
                        throw cannot(folder, "its file " + file.getName() + " is missing", null);
                    }
                }
            }
        }
    }

    private static Stream<StreamStateHandle> files(KeyedStateHandle handle) {
        if (handle instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return incremental.streamSubHandles();
        }
        return handle instanceof StreamStateHandle file ? Stream.of(file) : Stream.of();
    }

    private static IOException cannot(Path folder, String why, @Nullable Throwable cause) {
        return new IOException("Cannot read checkpoint " + folder + ": " + why, cause);
    }
}
