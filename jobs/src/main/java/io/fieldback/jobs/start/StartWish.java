// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.start;

import java.nio.file.Path;

/** What whoever starts a job wants it to begin with. */
public sealed interface StartWish {
    /** The newest retained checkpoint that may be used, else the tables. */
    record Fastest() implements StartWish {}

    /** The tables, whatever checkpoints there are. */
    record Tables() implements StartWish {}

    /**
     * This checkpoint or savepoint and nothing else.
     *
     * @param path its folder or its file {@code _metadata}
     */
    record Checkpoint(Path path) implements StartWish {}
}
