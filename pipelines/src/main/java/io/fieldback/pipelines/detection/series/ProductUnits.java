// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Exposure;
import java.util.ArrayList;
import java.util.List;

/** Units of a product, as known now and as known on an earlier day. */
public final class ProductUnits {
    private final List<Exposure> log = new ArrayList<>();
    private final FieldUnits now = new FieldUnits();
    private FieldUnits then = new FieldUnits();
    private int thenUpTo;
    private int firstMonth = Integer.MAX_VALUE;

    void add(Exposure known) {
        log.add(known);
        now.add(known);
        if (known.inServiceMonth() >= 0) {
            firstMonth = Math.min(firstMonth, known.inServiceMonth());
        }
    }

    /** As known now. */
    public FieldUnits now() {
        return now;
    }

    /** The first month in which a unit came in service. */
    public int firstMonth() {
        return firstMonth;
    }

    /** As known by the end of a day, not before the day last asked for. */
    public FieldUnits knownBy(int day) {
        while (thenUpTo < log.size() && log.get(thenUpTo).knownOn() <= day) {
            then.add(log.get(thenUpTo++));
        }
        return then;
    }
}
