// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.upkeep;

import io.fieldback.lake.epoch.Retention;
import io.fieldback.lake.epoch.Warehouse;
import java.time.Clock;
import java.time.Duration;

/** All that keeps a warehouse tidy, in passes beside the job that writes it. */
public final class Upkeep {
    /** Epochs expire in lots: this long after the oldest could have. */
    private static final Duration LOT = Duration.ofHours(1);

    private final Warehouse warehouse;
    private final Clock clock;
    private final String programVersion;

    /** Upkeep of a warehouse that is open for writing; {@code clock} dates its epochs. */
    public Upkeep(Warehouse warehouse, Clock clock, String programVersion) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.programVersion = programVersion;
    }

    /**
     * What a pass did.
     *
     * @param compaction of small files
     * @param expired epochs that are readable no more
     * @param swept files that were deleted
     */
    public record Pass(Compaction.Result compaction, int expired, Sweep.Count swept) {}

    /** Does what is due, which is little most of the time. */
    public Pass due() {
        Compaction.Result compacted = new Compaction(warehouse, clock, programVersion).due();
        if (warehouse.retention().expirable(Retention.KEEP.plus(LOT)).isEmpty()) {
            return new Pass(compacted, 0, new Sweep.Count(0, 0));
        }
        return new Pass(compacted, warehouse.retention().expire(Retention.KEEP), sweep());
    }

    /** Does all that can be done. */
    public Pass all() {
        Compaction.Result compacted = new Compaction(warehouse, clock, programVersion).all();
        return new Pass(compacted, warehouse.retention().expire(Retention.KEEP), sweep());
    }

    private Sweep.Count sweep() {
        return new Sweep(warehouse, Retention.KEEP).run();
    }
}
