// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a launched model was found: the failures known of it, or of the component that is bad, and the days since the first
 * of its units was in service.
 *
 * @param failures known when the alert opened, or in all if none did
 * @param days from launch to alert, or -1
 */
record Launched(int failures, int days) {
    private static final int WEEKS = 26;

    static Launched of(FleetOptions options, WatchRules rules) {
        Fleet fleet = Fleet.of(options);
        Model model = fleet.models().get(options.size().models() - 1);
        String component =
                fleet.faults().isEmpty() ? null : fleet.faults().get(0).component();
        FleetWatch watch = new FleetWatch(fleet, rules);
        int launch = Days.first(options.launchMonth());
        for (int day = launch - 56; day < launch + WEEKS * 7; day += day < launch ? 7 : 1) {
            List<Alarm> alarms = FleetWatch.alarms(fleet, watch.tick(day).changes());
            for (Alarm alarm : alarms) {
                boolean found = alarm.models().contains(model.code())
                        && (component == null || alarm.component() == null || component.equals(alarm.component()));
                if (found) {
                    return new Launched(failures(fleet, model, component, day), day - launch);
                }
            }
        }
        return new Launched(failures(fleet, model, component, launch + WEEKS * 7), -1);
    }

    private static int failures(Fleet fleet, Model model, @Nullable String component, int day) {
        long sum = 0;
        for (Occurrence row : fleet.occurrences()) {
            boolean counts = row.knownOn() <= day
                    && row.measure() == Measure.INCIDENT
                    && !row.nonQuality()
                    && model.code().equals(row.productModel())
                    && (component == null || Objects.equals(component, row.component()));
            sum += counts ? row.count() : 0;
        }
        return Math.toIntExact(sum);
    }
}
