// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence;

/** All that a site, a source or a region reports, whatever it is about. */
public final class Traffic {
    /** Event days so long before the day that made them known are of a backlog. */
    private static final int OLD = 45;

    private final DayCounts received = new DayCounts();
    private final DayCounts happened = new DayCounts();
    private final DayCounts old = new DayCounts();

    void add(Occurrence seen) {
        happened.add(seen.eventOn(), seen.count());
        if (seen.count() > 0) {
            received.add(seen.knownOn(), seen.count());
            if (seen.knownOn() - seen.eventOn() > OLD) {
                old.add(seen.knownOn(), seen.count());
            }
        }
    }

    /** Reports by the day they came. */
    public DayCounts received() {
        return received;
    }

    /** Events by the day they happened. */
    public DayCounts happened() {
        return happened;
    }

    /** Reports by the day they came, of what happened more than six weeks before. */
    public DayCounts old() {
        return old;
    }
}
