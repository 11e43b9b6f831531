// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.mapping.Mapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param files in order
 * @param mapping the rules
 * @param receivedAt when the files were received; every event carries it
 * @param snapshot whether the files are the full state of their source
 * @param previous what was known before, for a snapshot
 * @param stateFile where to keep what is known now; null to keep nothing
 */
public record ImportRequest(
        List<Path> files,
        Mapping mapping,
        Instant receivedAt,
        Snapshot snapshot,
        PreviousState previous,
        @Nullable Path stateFile) {
    /** Copies the list. */
    public ImportRequest {
        files = List.copyOf(files);
    }

    /** Whether the files are the full state of their source for the days in them. */
    public enum Snapshot {
        /** They are some events; what is not in them says nothing. */
        NO,
        /** They are; what is gone is listed. */
        LIST_MISSING,
        /** They are; what is gone is listed and withdrawn. */
        VOID_MISSING
    }

    /** A plain import that keeps no state. */
    public static ImportRequest of(List<Path> files, Mapping mapping, Instant receivedAt) {
        return new ImportRequest(files, mapping, receivedAt, Snapshot.NO, PreviousState.none(), null);
    }

    /** An import that keeps its state, and compares with it, in one file. */
    public static ImportRequest withState(
            List<Path> files, Mapping mapping, Instant receivedAt, Snapshot snapshot, Path stateFile) {
        return new ImportRequest(files, mapping, receivedAt, snapshot, new StateFile(stateFile), stateFile);
    }
}
