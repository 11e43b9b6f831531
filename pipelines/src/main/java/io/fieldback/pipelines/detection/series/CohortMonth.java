// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.series.FailureRows.Column;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The month by which units make a cohort. */
public enum CohortMonth {
    /** In which they were made: parts, process and design. */
    PRODUCTION(Column.PRODUCED, 2) {
        @Override
        public NavigableMap<Integer, MonthUnits> cohorts(FieldUnits units) {
            return units.produced();
        }

        @Override
        public int of(FieldUnits.Gone gone) {
            return gone.produced();
        }
    },
    /** In which they came in service: transport, storage, installation, first filling. */
    IN_SERVICE(Column.SERVICE, 4) {
        @Override
        public NavigableMap<Integer, MonthUnits> cohorts(FieldUnits units) {
            MonthUnits all = units.all();
            TreeMap<Integer, MonthUnits> cohorts = new TreeMap<>();
            for (int month = all.first(); month < all.end(); month++) {
                if (all.of(month) > 0) {
                    MonthUnits its = new MonthUnits();
                    its.add(month, all.of(month));
                    cohorts.put(month, its);
                }
            }
            return cohorts;
        }

        @Override
        public int of(FieldUnits.Gone gone) {
            return gone.service();
        }
    };

    private final Column column;
    private final int level;

    CohortMonth(Column column, int level) {
        this.column = column;
        this.level = level;
    }

    /** Where a failure has it. */
    public Column column() {
        return column;
    }

    /** The exposure level from which on units are known by it. */
    public int level() {
        return level;
    }

    /** Units by it, and by month in service; those that left included. */
    public abstract NavigableMap<Integer, MonthUnits> cohorts(FieldUnits units);

    /** That of units that left. */
    public abstract int of(FieldUnits.Gone gone);
}
