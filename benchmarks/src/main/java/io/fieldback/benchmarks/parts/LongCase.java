// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.benchmarks.events.MadeEvent;
import io.fieldback.benchmarks.measure.PartClock;
import io.fieldback.cli.embedded.Folders;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.pipelines.journal.JournalParts;
import java.util.List;
import java.util.Map;

/**
 * A case with many contents in the journal operator.
 *
 * @param micros processor time of the thread for each content, microseconds
 * @param stateBytes of the case at the end
 */
public record LongCase(double micros, int stateBytes) {
    /** Measures the contents one after another, each pass from an empty state. */
    public static LongCase measure(List<MadeEvent> contents, JobSettings settings, PartClock clock) throws Exception {
        try {
            WarehouseStart start = WarehouseStart.take(settings);
            Sample sample = Sample.of(contents, start.intake(settings, Map.of(), Map.of()));
            JournalingParts journaling = new JournalingParts(sample, start.storing());
            double micros = clock.time(sample.size(), journaling::journal).threadMicros();
            return new LongCase(micros, JournalParts.write(sample.after().get(sample.size() - 1)).length);
        } finally {
            Folders.delete(settings.warehouse());
        }
    }
}
