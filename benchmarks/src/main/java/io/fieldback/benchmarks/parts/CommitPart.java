// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.benchmarks.run.Commits;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.schemas.table.Tables;

/** The commit of an epoch that has rows in the tables that an ordinary one has. */
final class CommitPart {
    /** Events between two checkpoints ten seconds apart at 30,000 a second. */
    private static final int EVENTS = 300_000;

    private final WarehouseStart start;

    CommitPart(WarehouseStart start) {
        this.start = start;
    }

    void into(PartList parts) throws Exception {
        Commits commits = new Commits(start.warehouse(), start.storing().right());
        parts.given(
                "epoch commit, one in 300,000 events",
                commits.cpuMicros(Tables.all().subList(0, 8), 20) / EVENTS);
    }
}
