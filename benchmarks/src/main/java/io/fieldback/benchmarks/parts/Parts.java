// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.benchmarks.events.MadeEvents;
import io.fieldback.benchmarks.measure.PartClock;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.pipelines.intake.IntakeSettings;
import java.util.Map;

/** Each part of the job alone, on one thread. */
public final class Parts {
    private Parts() {}

    /**
     * Measures the parts over a sample of events.
     *
     * @param settings with a warehouse that does not exist yet; it is deleted again
     * @param pollMicros processor time of a bare Kafka consumer, measured before, microseconds an event
     */
    public static PartList measure(MadeEvents sample, JobSettings settings, PartClock clock, double pollMicros)
            throws Exception {
        try {
            WarehouseStart start = WarehouseStart.take(settings);
            IntakeSettings intake = start.intake(settings, Map.of(), Map.of());
            Sample prepared = Sample.of(sample, intake);
            PartList parts = new PartList(clock, prepared.size());
            parts.given("poll Kafka", pollMicros);
            new DecodeParts(prepared, intake).into(parts);
            new JournalingParts(prepared, start.storing()).into(parts);
            new CommitPart(start).into(parts);
            return parts;
        } finally {
            Folders.delete(settings.warehouse());
        }
    }
}
